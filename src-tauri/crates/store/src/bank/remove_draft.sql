DELETE FROM bank_draft WHERE kind = :kind AND id = :id
