SELECT doc FROM contact WHERE candidate_id = :candidate
