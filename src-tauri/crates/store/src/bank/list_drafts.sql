SELECT id, doc, saved_at FROM bank_draft WHERE kind = :kind ORDER BY row_id DESC
