UPDATE entry SET place = :place, link_target = :target, link_number = :number, rev = rev + 1
WHERE id = :id
