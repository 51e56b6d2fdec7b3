UPDATE entry SET hidden_topic = :topic, hidden_at = :at WHERE id = :id
