UPDATE question SET newest = :number, newest_row = :row, section = :section, type = :type, competency = :competency,
    level = :level
WHERE id = :question
