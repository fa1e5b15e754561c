SELECT t.relation, e.id, e.name, e.date, a.id AS article_id, a.title, a.reading, g.number AS paragraph
FROM event_relations AS t
JOIN events AS e ON e.id = t.other_event_id
JOIN articles AS a ON a.id = t.article_id
JOIN passages AS w ON w.id = t.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE t.event_id = :id
UNION ALL
SELECT CASE t.relation WHEN 'before' THEN 'after' WHEN 'part_of' THEN 'has as a part' WHEN 'causes' THEN 'caused by'
        ELSE t.relation END,
    e.id, e.name, e.date, a.id, a.title, a.reading, g.number
FROM event_relations AS t
JOIN events AS e ON e.id = t.event_id
JOIN articles AS a ON a.id = t.article_id
JOIN passages AS w ON w.id = t.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
WHERE t.other_event_id = :id
ORDER BY 1, 3
