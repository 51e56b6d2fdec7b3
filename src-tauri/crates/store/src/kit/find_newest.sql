SELECT row_id, number, hash, doc, role_doc FROM kit_version
WHERE kit_id = :kit
ORDER BY number DESC LIMIT 1
