UPDATE interview SET elapsed_seconds = max(elapsed_seconds, :elapsed), told_at = :now
WHERE id = :id
