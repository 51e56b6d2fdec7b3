SELECT row_id, number, hash, doc, role_doc, origin, created_at FROM kit_version
WHERE kit_id = :kit
ORDER BY number DESC
