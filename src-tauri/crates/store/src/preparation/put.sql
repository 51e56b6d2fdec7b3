INSERT INTO preparation (interview_id, covers, asked, retention) VALUES (:interview, :covers, :asked, :retention)
ON CONFLICT (interview_id)
DO UPDATE SET covers = excluded.covers, asked = excluded.asked, retention = excluded.retention
