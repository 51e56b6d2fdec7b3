SELECT v.row_id, v.number, v.hash, v.doc, v.role_doc, v.origin, v.created_at
FROM kit k JOIN kit_version v ON v.kit_id = k.id AND v.number = k.newest
WHERE k.id = :kit
