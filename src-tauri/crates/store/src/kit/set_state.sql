UPDATE kit SET newest = :number, archived_at = :archived, offered = :offered WHERE id = :kit
