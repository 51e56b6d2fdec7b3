DELETE FROM import_change WHERE import_id = :import
