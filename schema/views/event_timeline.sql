-- Events in order of time, each article's report on a row of its own, with how the date is known.
--
-- date: When, as EDTF at printed precision, by this article.
-- event: The event as a short phrase.
-- event_type: Sort of event.
-- status: Whether it is said to have happened, or was planned, tried, refused.
-- places: Where, each place with its role.
-- participants: Who took part, each with the role.
-- claimant: On whose word; 'the author' where nobody is named.
-- date_known_by: How the date is known: printed, or inferred, external, computed.
-- reasoning: Why, where the date is not simply printed.
-- article: Headline of the article, or its id where it has none.
-- paragraph: Number of the paragraph.
-- words: The words that tell of it.
-- date_earliest: First day of that date.
-- date_latest: Last day of that date.
-- event_id: Public id of the event.
-- article_id: Public id of the article.
CREATE VIEW event_timeline AS
SELECT
    r.date,
    e.name AS event,
    t.name AS event_type,
    r.status,
    (SELECT group_concat(role || ' ' || name, '; ') FROM (
        SELECT ep.role, p.name FROM event_places AS ep JOIN places AS p ON p.id = ep.place_id
        WHERE ep.event_report_id = r.id ORDER BY ep.role, p.name)) AS places,
    (SELECT group_concat(name || ' (' || role || ')', '; ') FROM (
        SELECT ep.role, p.name FROM event_participants AS ep JOIN parties AS p ON p.id = ep.party_id
        WHERE ep.event_report_id = r.id ORDER BY ep.role, p.name)) AS participants,
    coalesce(p.name, 'the author') AS claimant,
    coalesce(d.basis, CASE WHEN r.date IS NOT NULL THEN 'printed' END) AS date_known_by,
    d.reasoning,
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    w.words,
    r.date_earliest,
    r.date_latest,
    e.id AS event_id,
    a.id AS article_id
FROM event_reports AS r
JOIN events AS e ON e.id = r.event_id
JOIN event_types AS t ON t.id = e.event_type_id
JOIN articles AS a ON a.id = r.article_id
JOIN passages AS w ON w.id = r.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = r.statement_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
LEFT JOIN evidence AS d
    ON d.table_name = 'event_reports' AND d.row_id = CAST(r.id AS TEXT) AND d.column_name = 'date'
ORDER BY r.date_earliest IS NULL, r.date_earliest, r.date_latest, g.article_id, g.number, w.start_offset
