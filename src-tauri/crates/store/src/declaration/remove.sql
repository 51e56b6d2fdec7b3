DELETE FROM declaration WHERE kit_id = :kit AND component = :component
