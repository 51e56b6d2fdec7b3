INSERT INTO kit_question (kit_row, place, version_row) VALUES (:kit, :place, :version)
