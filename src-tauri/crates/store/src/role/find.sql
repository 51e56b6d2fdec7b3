SELECT doc FROM role WHERE id = :id
