DELETE FROM draft WHERE entry_id = :entry
