INSERT INTO question_version (id, question_id, number, hash, doc, origin, created_at)
VALUES (:uuid, :question, (SELECT ifnull(max(v.number), 0) + 1 FROM question_version v WHERE v.question_id = :question),
    :hash, :doc, :origin, :now)
RETURNING number
