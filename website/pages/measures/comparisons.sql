SELECT c.id, c.verdict, c.kind, c.reason, l.claim AS left_claim, r.claim AS right_claim
FROM stored.measure_comparisons AS listed
CROSS JOIN stored.comparison_list AS o ON o.position = listed.position
CROSS JOIN comparisons AS c ON c.id = o.id
JOIN figures AS l ON l.id = c.left_figure_id
JOIN figures AS r ON r.id = c.right_figure_id
WHERE listed.measure_id = :id
ORDER BY listed.position
