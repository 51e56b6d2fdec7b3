UPDATE entry SET removed_at = :at WHERE id = :id
