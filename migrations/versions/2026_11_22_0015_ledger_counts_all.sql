DROP VIEW reading_ledger;

CREATE VIEW reading_ledger AS
WITH yield AS (
    SELECT
        g.id,
        (SELECT count(*) FROM passages AS w JOIN mentions AS m ON m.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS mentions,
        (SELECT count(*) FROM passages AS w JOIN dates AS d ON d.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS dates,
        (SELECT count(*) FROM passages AS w JOIN statements AS s ON s.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS statements,
        (SELECT count(*) FROM passages AS w JOIN figures AS f ON f.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS figures,
        (SELECT count(*) FROM passages AS w JOIN event_reports AS r ON r.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS event_reports,
        (SELECT count(*) FROM passages AS w JOIN person_attributes AS t ON t.passage_id = w.id
            WHERE w.paragraph_id = g.id) AS attributes,
        (SELECT count(*) FROM passages AS w JOIN event_details AS d ON d.passage_id = w.id
            WHERE w.paragraph_id = g.id)
        + (SELECT count(*) FROM passages AS w JOIN event_relations AS r ON r.passage_id = w.id
            WHERE w.paragraph_id = g.id)
        + (SELECT count(*) FROM passages AS w JOIN place_claims AS c ON c.passage_id = w.id
            WHERE w.paragraph_id = g.id)
        + (SELECT count(DISTINCT s.id) FROM passages AS w JOIN statement_passages AS j ON j.passage_id = w.id
            JOIN statements AS s ON s.id = j.statement_id JOIN passages AS b ON b.id = s.passage_id
            WHERE w.paragraph_id = g.id AND b.paragraph_id <> g.id)
        + (SELECT count(DISTINCT f.id) FROM passages AS w JOIN figure_passages AS j ON j.passage_id = w.id
            JOIN figures AS f ON f.id = j.figure_id JOIN passages AS b ON b.id = f.passage_id
            WHERE w.paragraph_id = g.id AND b.paragraph_id <> g.id) AS others,
        (SELECT group_concat(item || ': ' || reason, '; ') FROM (
            SELECT item, reason FROM issues AS i WHERE i.paragraph_id = g.id ORDER BY item)) AS left_out
    FROM paragraphs AS g
)
SELECT
    g.article_id,
    g.number AS paragraph,
    g.role,
    y.mentions,
    y.dates,
    y.statements,
    y.figures,
    y.event_reports,
    y.attributes,
    y.others,
    y.left_out,
    CASE
        WHEN a.reading = 'unread' THEN 'unread'
        WHEN y.statements + y.figures + y.event_reports + y.attributes > 0 THEN 'yielded'
        WHEN EXISTS (SELECT 1 FROM paragraph_relations AS r WHERE r.paragraph_id = g.id)
            THEN (SELECT r.relation || ' paragraph ' || o.number FROM paragraph_relations AS r
                JOIN paragraphs AS o ON o.id = r.other_paragraph_id
                WHERE r.paragraph_id = g.id ORDER BY o.number LIMIT 1)
        WHEN y.others > 0 THEN 'yielded'
        WHEN g.role = 'masthead' OR g.role = 'source_line' THEN 'about the article'
        WHEN y.left_out IS NOT NULL THEN 'left out'
        WHEN g.role = 'title' THEN 'title of the article'
        WHEN EXISTS (SELECT 1 FROM article_authors AS w JOIN passages AS s ON s.id = w.passage_id
            WHERE s.paragraph_id = g.id) THEN 'byline'
        ELSE 'bare'
    END AS outcome
FROM paragraphs AS g
JOIN yield AS y ON y.id = g.id
JOIN articles AS a ON a.id = g.article_id
ORDER BY g.article_id, g.number;
