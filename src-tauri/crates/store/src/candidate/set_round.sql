UPDATE candidate SET round_id = :round WHERE id = :id
