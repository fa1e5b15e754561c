SELECT c.id, c.verdict, c.kind, c.reason, l.claim AS left_claim, r.claim AS right_claim
FROM comparisons AS c
JOIN figures AS l ON l.id = c.left_figure_id
JOIN figures AS r ON r.id = c.right_figure_id
WHERE (l.measure_id = :id OR r.measure_id = :id)
ORDER BY CASE c.verdict WHEN 'disagrees' THEN 1 WHEN 'revised' THEN 2 WHEN 'drifts' THEN 3 ELSE 4 END, c.id
