SELECT l.id AS left_id, l.name AS left_name, r.id AS right_id, r.name AS right_name,
    substr(g.text, 1, w.start_offset) AS before, w.words, substr(g.text, w.end_offset + 1) AS after,
    a.id AS article_id, a.title, a.reading, g.number AS paragraph
FROM comparisons AS c
JOIN places AS l ON l.id = c.left_place_id
LEFT JOIN places AS r ON r.id = c.right_place_id
LEFT JOIN event_reports AS er ON er.id = c.left_event_report_id
LEFT JOIN place_claims AS pc ON c.left_event_report_id IS NULL AND pc.article_id = c.article_id
    AND pc.place_id = c.left_place_id AND pc.other_place_id = c.right_place_id
LEFT JOIN passages AS w ON w.id = coalesce(er.passage_id, pc.passage_id)
LEFT JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN articles AS a ON a.id = c.article_id
WHERE c.id = :id
