UPDATE question SET archived_at = :archived, leaked_at = :leaked, offered = :offered WHERE id = :question
