UPDATE candidate SET folded = :folded WHERE row_id = :row
