UPDATE entry SET settled_at = :at WHERE id = :id
