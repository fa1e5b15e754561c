-- Who appears in which article, as what, saying how much, taking part in what.
--
-- person: Usual name.
-- name_status: Whether the name is the person's own.
-- article: Headline of the article, or its id where it has none.
-- described_as: What the article says the person is, in order of appearance.
-- mentions: How often the article names or describes the person.
-- first_paragraph: Number of the first paragraph that does.
-- statements: Statements by the person.
-- events: Events said to have happened or to go on in which the person takes part.
-- person_id: Public id of the person.
-- article_id: Public id of the article.
CREATE VIEW person_appearances AS
WITH seen AS (
    SELECT m.party_id AS person_id, g.article_id, count(*) AS mentions, min(g.number) AS first_paragraph
    FROM mentions AS m
    JOIN passages AS w ON w.id = m.passage_id
    JOIN paragraphs AS g ON g.id = w.paragraph_id
    JOIN persons AS p ON p.id = m.party_id
    GROUP BY m.party_id, g.article_id
)
SELECT
    p.name AS person,
    p.name_status,
    coalesce(a.title, a.id) AS article,
    (SELECT group_concat(described, '; ') FROM (
        SELECT t.kind || ': ' || t.attribute || CASE t.tenure WHEN 'current' THEN '' ELSE ' (' || t.tenure || ')' END
            AS described
        FROM person_attributes AS t
        JOIN passages AS w ON w.id = t.passage_id JOIN paragraphs AS g ON g.id = w.paragraph_id
        WHERE t.person_id = p.id AND t.article_id = a.id
        ORDER BY g.number, w.start_offset, t.kind, t.attribute)) AS described_as,
    seen.mentions,
    seen.first_paragraph,
    (SELECT count(*) FROM statements AS s WHERE s.speaker_id = p.id AND s.article_id = a.id) AS statements,
    (SELECT count(DISTINCT r.event_id) FROM event_participants AS ep
        JOIN event_reports AS r ON r.id = ep.event_report_id
        WHERE ep.party_id = p.id AND r.article_id = a.id AND r.status IN ('happened', 'ongoing')) AS events,
    p.id AS person_id,
    a.id AS article_id
FROM seen
JOIN persons AS p ON p.id = seen.person_id
JOIN articles AS a ON a.id = seen.article_id
ORDER BY p.name, a.title
