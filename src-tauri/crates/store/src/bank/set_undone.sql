UPDATE bank_action SET undone = :undone WHERE row_id = :seq
