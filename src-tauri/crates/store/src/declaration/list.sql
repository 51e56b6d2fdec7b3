SELECT component, note FROM declaration WHERE kit_id = :kit ORDER BY row_id
