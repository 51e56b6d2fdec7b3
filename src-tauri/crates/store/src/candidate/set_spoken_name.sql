UPDATE candidate SET spoken_name = :spoken WHERE id = :id
