SELECT doc, own, in_bank FROM role WHERE id = :id
