UPDATE entry SET kind = :kind, link_target = :target, link_number = :number, text = :text, rev = rev + 1
WHERE id = :id
