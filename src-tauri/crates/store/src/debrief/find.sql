SELECT doc FROM debrief WHERE candidate_id = :candidate AND round_id = :round
