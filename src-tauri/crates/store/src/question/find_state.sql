SELECT newest, archived_at, leaked_at, offered FROM question WHERE id = :question
