SELECT newest, archived_at, NULL AS leaked_at, offered FROM kit WHERE id = :kit
