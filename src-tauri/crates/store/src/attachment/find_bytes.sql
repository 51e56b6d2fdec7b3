SELECT bytes FROM attachment WHERE id = :id
