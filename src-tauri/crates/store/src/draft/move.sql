UPDATE draft SET place = :place, link_target = NULL, link_number = NULL, link_state = NULL WHERE entry_id = :entry
