INSERT INTO kit_version (id, kit_id, number, hash, doc, role_doc, created_at)
VALUES (:uuid, :kit, :number, :hash, :doc, :role, :now)
