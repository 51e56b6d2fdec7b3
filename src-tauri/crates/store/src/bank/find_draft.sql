SELECT id, doc, saved_at FROM bank_draft WHERE kind = :kind AND id = :id
