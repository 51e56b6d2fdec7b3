DELETE FROM import_change WHERE import_id NOT IN
    (SELECT import_id FROM import_change GROUP BY import_id ORDER BY max(row_id) DESC LIMIT :kept)
