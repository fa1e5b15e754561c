-- What happened to one person, step by step?
--
-- Every report of an event in which the person has a part, in order of time, and how each date is known.
-- :group: People
-- :param person: Name of a person; empty for everybody
-- :choices person: list-of-people
SELECT
    p.name AS person,
    r.date,
    e.name AS event,
    ep.role AS part_in_it,
    r.status,
    coalesce(d.basis, CASE WHEN r.date IS NOT NULL THEN 'printed' END) AS date_known_by,
    d.reasoning,
    coalesce(speaker.name, 'the author') AS on_whose_word,
    w.words,
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    ep.party_id AS person_id,
    r.event_id,
    r.article_id
FROM persons AS p
JOIN event_participants AS ep ON ep.party_id = p.id
JOIN event_reports AS r ON r.id = ep.event_report_id
JOIN events AS e ON e.id = r.event_id
JOIN articles AS a ON a.id = r.article_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = r.statement_id
LEFT JOIN parties AS speaker ON speaker.id = s.speaker_id
LEFT JOIN evidence AS d
    ON d.table_name = 'event_reports' AND d.row_id = CAST(r.id AS TEXT) AND d.column_name = 'date'
WHERE trim(:person) = ''
    OR p.id IN (SELECT party_id FROM party_names WHERE name = trim(:person) COLLATE NOCASE)
ORDER BY
    p.name,
    coalesce(r.date_earliest, r.date_latest) IS NULL,
    coalesce(r.date_latest, r.date_earliest),
    r.date_earliest,
    article,
    g.number,
    w.start_offset
