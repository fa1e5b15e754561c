-- Who is said to have done what to whom?
--
-- Each report of an event with its participants sorted by their part in it, on whose word it rests, in which words.
-- These are the articles' sayings, not findings of ours.
-- :group: People
WITH part AS (
    SELECT event_report_id, role, group_concat(name, '; ') AS names
    FROM (
        SELECT ep.event_report_id, replace(ep.role, 'target', 'affected') AS role, p.name
        FROM event_participants AS ep JOIN parties AS p ON p.id = ep.party_id
        ORDER BY ep.event_report_id, p.name)
    GROUP BY event_report_id, role
)
SELECT
    agent.names AS who,
    e.name AS event,
    affected.names AS to_whom,
    helped.names AS for_whom,
    other.names AS with_whom,
    authority.names AS by_decision_of,
    r.status,
    r.date,
    coalesce(speaker.name, 'the author') AS on_whose_word,
    w.words,
    a.title AS article,
    g.number AS paragraph,
    r.event_id,
    r.article_id
FROM event_reports AS r
JOIN events AS e ON e.id = r.event_id
JOIN articles AS a ON a.id = r.article_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = r.statement_id
LEFT JOIN parties AS speaker ON speaker.id = s.speaker_id
LEFT JOIN part AS agent ON agent.event_report_id = r.id AND agent.role = 'agent'
LEFT JOIN part AS affected ON affected.event_report_id = r.id AND affected.role = 'affected'
LEFT JOIN part AS helped ON helped.event_report_id = r.id AND helped.role = 'beneficiary'
LEFT JOIN part AS other ON other.event_report_id = r.id AND other.role = 'counterpart'
LEFT JOIN part AS authority ON authority.event_report_id = r.id AND authority.role = 'authority'
WHERE EXISTS (SELECT 1 FROM part WHERE part.event_report_id = r.id)
ORDER BY who IS NULL, who, r.date_earliest IS NULL, r.date_earliest, a.title, g.number
