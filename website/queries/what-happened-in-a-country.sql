-- What is said to have happened in a country, by date?
--
-- Reports of events at, from, to or by way of a place in the country, in order of time. Reports without any date
-- stand last.
-- :group: Events
-- :param country: Name of a country; empty for all
-- :choices country: list-of-countries
WITH codes AS (
    SELECT c.country_code FROM places AS c JOIN place_names AS n ON n.place_id = c.id
    WHERE c.kind = 'country' AND n.kind <> 'demonym' AND n.name = trim(:country) COLLATE NOCASE
)
SELECT
    r.date,
    e.name AS event,
    r.status,
    (SELECT group_concat(spot, '; ') FROM (
        SELECT ep.role || ' ' || p.name AS spot FROM event_places AS ep JOIN places AS p ON p.id = ep.place_id
        WHERE ep.event_report_id = r.id AND (trim(:country) = '' OR p.country_code IN codes)
        ORDER BY ep.role, p.name)) AS places,
    coalesce(speaker.name, 'the author') AS on_whose_word,
    w.words,
    coalesce(a.title, a.id) AS article,
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
WHERE r.id IN (
    SELECT ep.event_report_id FROM event_places AS ep JOIN places AS p ON p.id = ep.place_id
    WHERE trim(:country) = '' OR p.country_code IN codes)
ORDER BY
    coalesce(r.date_earliest, r.date_latest) IS NULL,
    coalesce(r.date_earliest, r.date_latest),
    r.date_latest,
    article,
    g.number,
    w.start_offset,
    r.id
