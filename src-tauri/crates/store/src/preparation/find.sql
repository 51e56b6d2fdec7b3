SELECT covers, asked, retention FROM preparation WHERE interview_id = :interview
