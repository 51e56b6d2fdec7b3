INSERT INTO question_tag (newest_row, tag) VALUES (:row, :tag)
ON CONFLICT (newest_row, tag) DO NOTHING
