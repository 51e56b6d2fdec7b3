INSERT INTO draft (interview_id, place, entry_id, kind, link_target, link_number, link_state, text, at_seconds)
VALUES (:interview, :place, :entry, :kind, :target, :number, :state, :text, :at)
ON CONFLICT (entry_id)
DO UPDATE SET place = excluded.place, kind = excluded.kind, link_target = excluded.link_target,
    link_number = excluded.link_number, link_state = excluded.link_state, text = excluded.text,
    at_seconds = excluded.at_seconds
ON CONFLICT (interview_id, place, ifnull(entry_id, ''))
DO UPDATE SET kind = excluded.kind, link_target = excluded.link_target, link_number = excluded.link_number,
    link_state = excluded.link_state, text = excluded.text, at_seconds = excluded.at_seconds
