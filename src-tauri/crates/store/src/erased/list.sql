SELECT source, id, erased_at FROM erased ORDER BY row_id
