SELECT place, entry_id, kind, link_target, link_number, link_state, text, at_seconds FROM draft
WHERE interview_id = :interview AND place = :place AND ifnull(entry_id, '') = ifnull(:entry, '')
