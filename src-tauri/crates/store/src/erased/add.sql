INSERT OR IGNORE INTO erased (source, id, erased_at, finished) VALUES (:source, :id, :at, :finished)
