-- Who is said to have done what to whom?
--
-- Each report of an event with who did it, who else had which part in it, on whose word it rests and in which words.
-- These are the articles' sayings, not findings of ours.
-- :group: People
WITH part AS (
    SELECT
        event_report_id,
        group_concat(CASE role WHEN 'agent' THEN name END, '; ') AS agents,
        group_concat(CASE WHEN role <> 'agent' THEN name || ' (' || role || ')' END, '; ') AS others
    FROM (
        SELECT ep.event_report_id, ep.role, p.name
        FROM event_participants AS ep JOIN parties AS p ON p.id = ep.party_id
        ORDER BY ep.event_report_id, ep.role, p.name)
    GROUP BY event_report_id
)
SELECT
    part.agents AS who,
    e.name AS event,
    part.others AS to_or_with_whom,
    r.status,
    r.date,
    coalesce(speaker.name, 'the author') AS on_whose_word,
    w.words,
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    r.event_id,
    r.article_id
FROM part
JOIN event_reports AS r ON r.id = part.event_report_id
JOIN events AS e ON e.id = r.event_id
JOIN articles AS a ON a.id = r.article_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = r.statement_id
LEFT JOIN parties AS speaker ON speaker.id = s.speaker_id
ORDER BY who IS NULL, who, r.date_earliest IS NULL, r.date_earliest, article, g.number
