SELECT state FROM tick
WHERE interview_id = :interview AND question_id = :question AND target = :target AND number = :number
