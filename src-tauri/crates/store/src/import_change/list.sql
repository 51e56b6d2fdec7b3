SELECT doc FROM import_change WHERE import_id = :import ORDER BY row_id DESC
