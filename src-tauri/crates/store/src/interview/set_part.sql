UPDATE interview SET part = :part WHERE id = :id
