INSERT INTO kit_version (id, kit_id, number, hash, doc, role_doc, origin, created_at)
VALUES (:uuid, :kit, (SELECT ifnull(max(v.number), 0) + 1 FROM kit_version v WHERE v.kit_id = :kit), :hash, :doc, :role,
    :origin, :now)
RETURNING row_id, number
