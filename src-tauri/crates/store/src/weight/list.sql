-- Newest first.
SELECT p.name, w.reason, w.weights, w.changed_at
FROM weight_change w
JOIN interviewer p ON p.id = w.interviewer_id
WHERE w.role_id = :role
ORDER BY w.row_id DESC
