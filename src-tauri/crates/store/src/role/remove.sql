UPDATE role SET in_bank = 0 WHERE id = :id
