CREATE VIEW article_overview AS
SELECT
    a.id AS article_id,
    a.title,
    publisher.name AS publisher,
    agency.name AS agency,
    (SELECT group_concat(name, '; ') FROM (
        SELECT p.name FROM article_authors AS w JOIN persons AS p ON p.id = w.person_id
        WHERE w.article_id = a.id ORDER BY w.position)) AS authors,
    a.published,
    a.published_earliest,
    a.published_latest,
    a.genre,
    (SELECT group_concat(topic, '; ') FROM (
        SELECT topic FROM article_topics WHERE article_id = a.id ORDER BY topic)) AS topics,
    a.reading,
    a.text_kind,
    a.paragraph_count,
    a.word_count,
    (SELECT count(DISTINCT m.party_id) FROM paragraphs AS p
        JOIN passages AS s ON s.paragraph_id = p.id JOIN mentions AS m ON m.passage_id = s.id
        JOIN persons AS n ON n.id = m.party_id WHERE p.article_id = a.id) AS persons,
    (SELECT count(DISTINCT m.party_id) FROM paragraphs AS p
        JOIN passages AS s ON s.paragraph_id = p.id JOIN mentions AS m ON m.passage_id = s.id
        JOIN organisations AS o ON o.id = m.party_id WHERE p.article_id = a.id) AS organisations,
    (SELECT count(DISTINCT m.place_id) FROM paragraphs AS p
        JOIN passages AS s ON s.paragraph_id = p.id JOIN mentions AS m ON m.passage_id = s.id
        WHERE p.article_id = a.id) AS places,
    (SELECT count(*) FROM statements WHERE article_id = a.id) AS statements,
    (SELECT count(*) FROM figures WHERE article_id = a.id) AS figures,
    (SELECT count(DISTINCT event_id) FROM event_reports WHERE article_id = a.id) AS events
FROM articles AS a
LEFT JOIN organisations AS publisher ON publisher.id = a.publisher_id
LEFT JOIN organisations AS agency ON agency.id = a.agency_id;

CREATE VIEW disagreements AS
WITH claim AS (
    SELECT f.id, f.claim, coalesce(p.name, 'the author') AS claimant,
        coalesce(f.as_of, f.period, s.said) AS date, w.words, coalesce(a.title, a.id) AS title
    FROM figures AS f
    JOIN passages AS w ON w.id = f.passage_id
    JOIN articles AS a ON a.id = f.article_id
    LEFT JOIN statements AS s ON s.id = f.statement_id
    LEFT JOIN parties AS p ON p.id = s.speaker_id
    UNION ALL
    SELECT s.id, s.gist, coalesce(p.name, 'the author'), s.said, w.words, coalesce(a.title, a.id)
    FROM statements AS s
    JOIN passages AS w ON w.id = s.passage_id
    JOIN articles AS a ON a.id = s.article_id
    LEFT JOIN parties AS p ON p.id = s.speaker_id
)
SELECT
    c.verdict,
    c.kind,
    c.reason,
    coalesce(l.claim, one.name) AS left_claim,
    coalesce(l.claimant, 'the author') AS left_claimant,
    l.date AS left_date,
    coalesce(l.words, report.words, said.words) AS left_words,
    coalesce(l.title, a.title, a.id) AS left_article,
    coalesce(r.claim, other.name) AS right_claim,
    CASE WHEN c.right_place_id IS NULL THEN r.claimant ELSE 'what is known of the places' END AS right_claimant,
    r.date AS right_date,
    r.words AS right_words,
    r.title AS right_article,
    nearer.title AS nearer_article,
    coalesce(c.left_figure_id, c.left_statement_id, c.left_place_id) AS left_id,
    coalesce(c.right_figure_id, c.right_statement_id, c.right_place_id) AS right_id
FROM comparisons AS c
LEFT JOIN claim AS l ON l.id = coalesce(c.left_figure_id, c.left_statement_id)
LEFT JOIN claim AS r ON r.id = coalesce(c.right_figure_id, c.right_statement_id)
LEFT JOIN places AS one ON one.id = c.left_place_id
LEFT JOIN places AS other ON other.id = c.right_place_id
LEFT JOIN articles AS a ON a.id = c.article_id
LEFT JOIN articles AS nearer ON nearer.id = c.nearer_article_id
LEFT JOIN event_reports AS er ON er.id = c.left_event_report_id
LEFT JOIN passages AS report ON report.id = er.passage_id
LEFT JOIN place_claims AS pc
    ON c.left_event_report_id IS NULL AND pc.article_id = c.article_id
    AND pc.place_id = c.left_place_id AND pc.other_place_id = c.right_place_id
LEFT JOIN passages AS said ON said.id = pc.passage_id
ORDER BY CASE c.verdict WHEN 'disagrees' THEN 1 WHEN 'revised' THEN 2 WHEN 'drifts' THEN 3 ELSE 4 END, c.kind, left_id;

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
ORDER BY r.date_earliest IS NULL, r.date_earliest, r.date_latest, g.article_id, g.number, w.start_offset;

CREATE VIEW evidence_coverage AS
SELECT 'article_authors' AS table_name, 'person_id' AS column_name, count(*) AS row_count, coalesce(sum(t.person_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.person_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM article_authors AS t LEFT JOIN evidence AS e ON e.table_name = 'article_authors' AND e.row_id = t.article_id || ',' || t.position AND e.column_name = 'person_id'
UNION ALL
SELECT 'article_authors' AS table_name, 'credit' AS column_name, count(*) AS row_count, coalesce(sum(t.credit IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.credit IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM article_authors AS t LEFT JOIN evidence AS e ON e.table_name = 'article_authors' AND e.row_id = t.article_id || ',' || t.position AND e.column_name = 'credit'
UNION ALL
SELECT 'article_dates' AS table_name, 'date' AS column_name, count(*) AS row_count, coalesce(sum(t.date IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM article_dates AS t LEFT JOIN evidence AS e ON e.table_name = 'article_dates' AND e.row_id = t.article_id || ',' || t.kind AND e.column_name = 'date'
UNION ALL
SELECT 'articles' AS table_name, 'title' AS column_name, count(*) AS row_count, coalesce(sum(t.title IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.title IS NULL AND e.basis IS NULL), 0) AS bare FROM articles AS t LEFT JOIN evidence AS e ON e.table_name = 'articles' AND e.row_id = t.id AND e.column_name = 'title'
UNION ALL
SELECT 'articles' AS table_name, 'publisher_id' AS column_name, count(*) AS row_count, coalesce(sum(t.publisher_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.publisher_id IS NULL AND e.basis IS NULL), 0) AS bare FROM articles AS t LEFT JOIN evidence AS e ON e.table_name = 'articles' AND e.row_id = t.id AND e.column_name = 'publisher_id'
UNION ALL
SELECT 'articles' AS table_name, 'agency_id' AS column_name, count(*) AS row_count, coalesce(sum(t.agency_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.agency_id IS NULL AND e.basis IS NULL), 0) AS bare FROM articles AS t LEFT JOIN evidence AS e ON e.table_name = 'articles' AND e.row_id = t.id AND e.column_name = 'agency_id'
UNION ALL
SELECT 'articles' AS table_name, 'published' AS column_name, count(*) AS row_count, coalesce(sum(t.published IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.published IS NULL AND e.basis IS NULL), 0) AS bare FROM articles AS t LEFT JOIN evidence AS e ON e.table_name = 'articles' AND e.row_id = t.id AND e.column_name = 'published'
UNION ALL
SELECT 'articles' AS table_name, 'language' AS column_name, count(*) AS row_count, coalesce(sum(t.language IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.language IS NULL AND e.basis IS NULL), 0) AS bare FROM articles AS t LEFT JOIN evidence AS e ON e.table_name = 'articles' AND e.row_id = t.id AND e.column_name = 'language'
UNION ALL
SELECT 'articles' AS table_name, 'genre' AS column_name, count(*) AS row_count, coalesce(sum(t.genre IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.genre IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM articles AS t LEFT JOIN evidence AS e ON e.table_name = 'articles' AND e.row_id = t.id AND e.column_name = 'genre'
UNION ALL
SELECT 'articles' AS table_name, 'truncated' AS column_name, count(*) AS row_count, coalesce(sum(t.truncated IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.truncated IS NULL AND e.basis IS NULL), 0) AS bare FROM articles AS t LEFT JOIN evidence AS e ON e.table_name = 'articles' AND e.row_id = t.id AND e.column_name = 'truncated'
UNION ALL
SELECT 'dates' AS table_name, 'date' AS column_name, count(*) AS row_count, coalesce(sum(t.date IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.date IS NULL AND e.basis IS NULL), 0) AS bare FROM dates AS t LEFT JOIN evidence AS e ON e.table_name = 'dates' AND e.row_id = t.id AND e.column_name = 'date'
UNION ALL
SELECT 'event_details' AS table_name, 'kind' AS column_name, count(*) AS row_count, coalesce(sum(t.kind IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.kind IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM event_details AS t LEFT JOIN evidence AS e ON e.table_name = 'event_details' AND e.row_id = t.id AND e.column_name = 'kind'
UNION ALL
SELECT 'event_details' AS table_name, 'detail' AS column_name, count(*) AS row_count, coalesce(sum(t.detail IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.detail IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM event_details AS t LEFT JOIN evidence AS e ON e.table_name = 'event_details' AND e.row_id = t.id AND e.column_name = 'detail'
UNION ALL
SELECT 'event_reports' AS table_name, 'gist' AS column_name, count(*) AS row_count, coalesce(sum(t.gist IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.gist IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM event_reports AS t LEFT JOIN evidence AS e ON e.table_name = 'event_reports' AND e.row_id = t.id AND e.column_name = 'gist'
UNION ALL
SELECT 'event_reports' AS table_name, 'status' AS column_name, count(*) AS row_count, coalesce(sum(t.status IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.status IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM event_reports AS t LEFT JOIN evidence AS e ON e.table_name = 'event_reports' AND e.row_id = t.id AND e.column_name = 'status'
UNION ALL
SELECT 'event_reports' AS table_name, 'date' AS column_name, count(*) AS row_count, coalesce(sum(t.date IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.date IS NULL AND e.basis IS NULL), 0) AS bare FROM event_reports AS t LEFT JOIN evidence AS e ON e.table_name = 'event_reports' AND e.row_id = t.id AND e.column_name = 'date'
UNION ALL
SELECT 'events' AS table_name, 'event_type_id' AS column_name, count(*) AS row_count, coalesce(sum(t.event_type_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.event_type_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM events AS t LEFT JOIN evidence AS e ON e.table_name = 'events' AND e.row_id = t.id AND e.column_name = 'event_type_id'
UNION ALL
SELECT 'events' AS table_name, 'status' AS column_name, count(*) AS row_count, coalesce(sum(t.status IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.status IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM events AS t LEFT JOIN evidence AS e ON e.table_name = 'events' AND e.row_id = t.id AND e.column_name = 'status'
UNION ALL
SELECT 'events' AS table_name, 'date' AS column_name, count(*) AS row_count, coalesce(sum(t.date IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.date IS NULL AND e.basis IS NULL), 0) AS bare FROM events AS t LEFT JOIN evidence AS e ON e.table_name = 'events' AND e.row_id = t.id AND e.column_name = 'date'
UNION ALL
SELECT 'events' AS table_name, 'place_id' AS column_name, count(*) AS row_count, coalesce(sum(t.place_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM events AS t LEFT JOIN evidence AS e ON e.table_name = 'events' AND e.row_id = t.id AND e.column_name = 'place_id'
UNION ALL
SELECT 'figures' AS table_name, 'printed' AS column_name, count(*) AS row_count, coalesce(sum(t.printed IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.printed IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'printed'
UNION ALL
SELECT 'figures' AS table_name, 'value' AS column_name, count(*) AS row_count, coalesce(sum(t.value IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.value IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'value'
UNION ALL
SELECT 'figures' AS table_name, 'low' AS column_name, count(*) AS row_count, coalesce(sum(t.low IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.low IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'low'
UNION ALL
SELECT 'figures' AS table_name, 'high' AS column_name, count(*) AS row_count, coalesce(sum(t.high IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.high IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'high'
UNION ALL
SELECT 'figures' AS table_name, 'unit' AS column_name, count(*) AS row_count, coalesce(sum(t.unit IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.unit IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'unit'
UNION ALL
SELECT 'figures' AS table_name, 'per' AS column_name, count(*) AS row_count, coalesce(sum(t.per IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.per IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'per'
UNION ALL
SELECT 'figures' AS table_name, 'comparator' AS column_name, count(*) AS row_count, coalesce(sum(t.comparator IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.comparator IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'comparator'
UNION ALL
SELECT 'figures' AS table_name, 'measure_id' AS column_name, count(*) AS row_count, coalesce(sum(t.measure_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.measure_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'measure_id'
UNION ALL
SELECT 'figures' AS table_name, 'figure_kind' AS column_name, count(*) AS row_count, coalesce(sum(t.figure_kind IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.figure_kind IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'figure_kind'
UNION ALL
SELECT 'figures' AS table_name, 'accumulation' AS column_name, count(*) AS row_count, coalesce(sum(t.accumulation IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.accumulation IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'accumulation'
UNION ALL
SELECT 'figures' AS table_name, 'modality' AS column_name, count(*) AS row_count, coalesce(sum(t.modality IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.modality IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'modality'
UNION ALL
SELECT 'figures' AS table_name, 'subject_id' AS column_name, count(*) AS row_count, coalesce(sum(t.subject_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.subject_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'subject_id'
UNION ALL
SELECT 'figures' AS table_name, 'period' AS column_name, count(*) AS row_count, coalesce(sum(t.period IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.period IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'period'
UNION ALL
SELECT 'figures' AS table_name, 'as_of' AS column_name, count(*) AS row_count, coalesce(sum(t.as_of IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.as_of IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'as_of'
UNION ALL
SELECT 'figures' AS table_name, 'event_id' AS column_name, count(*) AS row_count, coalesce(sum(t.event_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.event_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM figures AS t LEFT JOIN evidence AS e ON e.table_name = 'figures' AND e.row_id = t.id AND e.column_name = 'event_id'
UNION ALL
SELECT 'groups' AS table_name, 'parent_party_id' AS column_name, count(*) AS row_count, coalesce(sum(t.parent_party_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.parent_party_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM groups AS t LEFT JOIN evidence AS e ON e.table_name = 'groups' AND e.row_id = t.id AND e.column_name = 'parent_party_id'
UNION ALL
SELECT 'groups' AS table_name, 'place_id' AS column_name, count(*) AS row_count, coalesce(sum(t.place_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM groups AS t LEFT JOIN evidence AS e ON e.table_name = 'groups' AND e.row_id = t.id AND e.column_name = 'place_id'
UNION ALL
SELECT 'organisations' AS table_name, 'organisation_kind' AS column_name, count(*) AS row_count, coalesce(sum(t.organisation_kind IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.organisation_kind IS NULL AND e.basis IS NULL), 0) AS bare FROM organisations AS t LEFT JOIN evidence AS e ON e.table_name = 'organisations' AND e.row_id = t.id AND e.column_name = 'organisation_kind'
UNION ALL
SELECT 'organisations' AS table_name, 'naming' AS column_name, count(*) AS row_count, coalesce(sum(t.naming IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.naming IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM organisations AS t LEFT JOIN evidence AS e ON e.table_name = 'organisations' AND e.row_id = t.id AND e.column_name = 'naming'
UNION ALL
SELECT 'organisations' AS table_name, 'parent_id' AS column_name, count(*) AS row_count, coalesce(sum(t.parent_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.parent_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM organisations AS t LEFT JOIN evidence AS e ON e.table_name = 'organisations' AND e.row_id = t.id AND e.column_name = 'parent_id'
UNION ALL
SELECT 'organisations' AS table_name, 'place_id' AS column_name, count(*) AS row_count, coalesce(sum(t.place_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM organisations AS t LEFT JOIN evidence AS e ON e.table_name = 'organisations' AND e.row_id = t.id AND e.column_name = 'place_id'
UNION ALL
SELECT 'organisations' AS table_name, 'place_meaning' AS column_name, count(*) AS row_count, coalesce(sum(t.place_meaning IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_meaning IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM organisations AS t LEFT JOIN evidence AS e ON e.table_name = 'organisations' AND e.row_id = t.id AND e.column_name = 'place_meaning'
UNION ALL
SELECT 'person_attributes' AS table_name, 'kind' AS column_name, count(*) AS row_count, coalesce(sum(t.kind IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.kind IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM person_attributes AS t LEFT JOIN evidence AS e ON e.table_name = 'person_attributes' AND e.row_id = t.id AND e.column_name = 'kind'
UNION ALL
SELECT 'person_attributes' AS table_name, 'attribute' AS column_name, count(*) AS row_count, coalesce(sum(t.attribute IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.attribute IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM person_attributes AS t LEFT JOIN evidence AS e ON e.table_name = 'person_attributes' AND e.row_id = t.id AND e.column_name = 'attribute'
UNION ALL
SELECT 'person_attributes' AS table_name, 'tenure' AS column_name, count(*) AS row_count, coalesce(sum(t.tenure IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.tenure IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM person_attributes AS t LEFT JOIN evidence AS e ON e.table_name = 'person_attributes' AND e.row_id = t.id AND e.column_name = 'tenure'
UNION ALL
SELECT 'person_attributes' AS table_name, 'party_id' AS column_name, count(*) AS row_count, coalesce(sum(t.party_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.party_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM person_attributes AS t LEFT JOIN evidence AS e ON e.table_name = 'person_attributes' AND e.row_id = t.id AND e.column_name = 'party_id'
UNION ALL
SELECT 'person_attributes' AS table_name, 'place_id' AS column_name, count(*) AS row_count, coalesce(sum(t.place_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM person_attributes AS t LEFT JOIN evidence AS e ON e.table_name = 'person_attributes' AND e.row_id = t.id AND e.column_name = 'place_id'
UNION ALL
SELECT 'person_attributes' AS table_name, 'date' AS column_name, count(*) AS row_count, coalesce(sum(t.date IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM person_attributes AS t LEFT JOIN evidence AS e ON e.table_name = 'person_attributes' AND e.row_id = t.id AND e.column_name = 'date'
UNION ALL
SELECT 'persons' AS table_name, 'name_status' AS column_name, count(*) AS row_count, coalesce(sum(t.name_status IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.name_status IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM persons AS t LEFT JOIN evidence AS e ON e.table_name = 'persons' AND e.row_id = t.id AND e.column_name = 'name_status'
UNION ALL
SELECT 'place_claims' AS table_name, 'relation' AS column_name, count(*) AS row_count, coalesce(sum(t.relation IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.relation IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM place_claims AS t LEFT JOIN evidence AS e ON e.table_name = 'place_claims' AND e.row_id = t.article_id || ',' || t.place_id || ',' || t.relation || ',' || t.other_place_id AND e.column_name = 'relation'
UNION ALL
SELECT 'places' AS table_name, 'kind' AS column_name, count(*) AS row_count, coalesce(sum(t.kind IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.kind IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM places AS t LEFT JOIN evidence AS e ON e.table_name = 'places' AND e.row_id = t.id AND e.column_name = 'kind'
UNION ALL
SELECT 'places' AS table_name, 'status' AS column_name, count(*) AS row_count, coalesce(sum(t.status IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.status IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM places AS t LEFT JOIN evidence AS e ON e.table_name = 'places' AND e.row_id = t.id AND e.column_name = 'status'
UNION ALL
SELECT 'places' AS table_name, 'parent_id' AS column_name, count(*) AS row_count, coalesce(sum(t.parent_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.parent_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM places AS t LEFT JOIN evidence AS e ON e.table_name = 'places' AND e.row_id = t.id AND e.column_name = 'parent_id'
UNION ALL
SELECT 'places' AS table_name, 'country_code' AS column_name, count(*) AS row_count, coalesce(sum(t.country_code IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.country_code IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM places AS t LEFT JOIN evidence AS e ON e.table_name = 'places' AND e.row_id = t.id AND e.column_name = 'country_code'
UNION ALL
SELECT 'places' AS table_name, 'country_code_3' AS column_name, count(*) AS row_count, coalesce(sum(t.country_code_3 IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.country_code_3 IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM places AS t LEFT JOIN evidence AS e ON e.table_name = 'places' AND e.row_id = t.id AND e.column_name = 'country_code_3'
UNION ALL
SELECT 'places' AS table_name, 'subdivision_code' AS column_name, count(*) AS row_count, coalesce(sum(t.subdivision_code IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.subdivision_code IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM places AS t LEFT JOIN evidence AS e ON e.table_name = 'places' AND e.row_id = t.id AND e.column_name = 'subdivision_code'
UNION ALL
SELECT 'places' AS table_name, 'former_code' AS column_name, count(*) AS row_count, coalesce(sum(t.former_code IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.former_code IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM places AS t LEFT JOIN evidence AS e ON e.table_name = 'places' AND e.row_id = t.id AND e.column_name = 'former_code'
UNION ALL
SELECT 'places' AS table_name, 'latitude' AS column_name, count(*) AS row_count, coalesce(sum(t.latitude IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.latitude IS NULL AND e.basis IS NULL), 0) AS bare FROM places AS t LEFT JOIN evidence AS e ON e.table_name = 'places' AND e.row_id = t.id AND e.column_name = 'latitude'
UNION ALL
SELECT 'places' AS table_name, 'longitude' AS column_name, count(*) AS row_count, coalesce(sum(t.longitude IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, 0 AS empty, coalesce(sum(t.longitude IS NULL AND e.basis IS NULL), 0) AS bare FROM places AS t LEFT JOIN evidence AS e ON e.table_name = 'places' AND e.row_id = t.id AND e.column_name = 'longitude'
UNION ALL
SELECT 'statements' AS table_name, 'speaker_id' AS column_name, count(*) AS row_count, coalesce(sum(t.speaker_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.speaker_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'speaker_id'
UNION ALL
SELECT 'statements' AS table_name, 'gist' AS column_name, count(*) AS row_count, coalesce(sum(t.gist IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.gist IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'gist'
UNION ALL
SELECT 'statements' AS table_name, 'form' AS column_name, count(*) AS row_count, coalesce(sum(t.form IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.form IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'form'
UNION ALL
SELECT 'statements' AS table_name, 'quotation' AS column_name, count(*) AS row_count, coalesce(sum(t.quotation IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.quotation IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'quotation'
UNION ALL
SELECT 'statements' AS table_name, 'modality' AS column_name, count(*) AS row_count, coalesce(sum(t.modality IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.modality IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'modality'
UNION ALL
SELECT 'statements' AS table_name, 'condition' AS column_name, count(*) AS row_count, coalesce(sum(t.condition IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.condition IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'condition'
UNION ALL
SELECT 'statements' AS table_name, 'via_id' AS column_name, count(*) AS row_count, coalesce(sum(t.via_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.via_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'via_id'
UNION ALL
SELECT 'statements' AS table_name, 'channel' AS column_name, count(*) AS row_count, coalesce(sum(t.channel IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.channel IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'channel'
UNION ALL
SELECT 'statements' AS table_name, 'addressee_id' AS column_name, count(*) AS row_count, coalesce(sum(t.addressee_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.addressee_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'addressee_id'
UNION ALL
SELECT 'statements' AS table_name, 'place_id' AS column_name, count(*) AS row_count, coalesce(sum(t.place_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'place_id'
UNION ALL
SELECT 'statements' AS table_name, 'said' AS column_name, count(*) AS row_count, coalesce(sum(t.said IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.said IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'said'
UNION ALL
SELECT 'statements' AS table_name, 'proposition_id' AS column_name, count(*) AS row_count, coalesce(sum(t.proposition_id IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.proposition_id IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'proposition_id'
UNION ALL
SELECT 'statements' AS table_name, 'stance' AS column_name, count(*) AS row_count, coalesce(sum(t.stance IS NOT NULL AND e.basis IS NULL), 0) AS printed, coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.stance IS NULL AND e.basis IS NULL), 0) AS empty, 0 AS bare FROM statements AS t LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = t.id AND e.column_name = 'stance';

CREATE VIEW figure_claims AS
SELECT
    f.id AS figure_id,
    f.claim,
    coalesce(claimant.name, 'the author') AS claimant,
    coalesce(by_figure.basis, by_speaker.basis, 'printed') AS claimant_known_by,
    via.name AS via,
    s.said,
    f.printed,
    f.value,
    f.low,
    f.high,
    f.unit,
    f.per,
    f.comparator,
    m.name AS measure,
    f.figure_kind,
    f.accumulation,
    f.modality,
    subject.name AS subject,
    (SELECT group_concat(role || ' ' || name, '; ') FROM (
        SELECT fp.role, p.name FROM figure_places AS fp JOIN places AS p ON p.id = fp.place_id
        WHERE fp.figure_id = f.id ORDER BY fp.role, p.name)) AS places,
    f.period,
    f.as_of,
    e.name AS event,
    coalesce(base.claim, f.base_words) AS base,
    f.article_id,
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    w.words
FROM figures AS f
JOIN articles AS a ON a.id = f.article_id
JOIN measures AS m ON m.id = f.measure_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = f.statement_id
LEFT JOIN parties AS claimant ON claimant.id = s.speaker_id
LEFT JOIN parties AS via ON via.id = s.via_id
LEFT JOIN parties AS subject ON subject.id = f.subject_id
LEFT JOIN events AS e ON e.id = f.event_id
LEFT JOIN figures AS base ON base.id = f.base_figure_id
LEFT JOIN evidence AS by_figure
    ON by_figure.table_name = 'figures' AND by_figure.row_id = f.id AND by_figure.column_name = 'statement_id'
LEFT JOIN evidence AS by_speaker
    ON by_speaker.table_name = 'statements' AND by_speaker.row_id = s.id AND by_speaker.column_name = 'speaker_id';

CREATE VIEW independent_origins AS
WITH RECURSIVE step (figure_id, origin_id) AS (
    SELECT id, id FROM figures
    UNION
    SELECT step.figure_id, r.other_figure_id
    FROM step JOIN figure_relations AS r ON r.figure_id = step.origin_id AND r.relation = 'repeats'
),
root AS (
    SELECT step.figure_id, step.origin_id FROM step
    WHERE NOT EXISTS (
        SELECT 1 FROM figure_relations AS r WHERE r.figure_id = step.origin_id AND r.relation = 'repeats')
)
SELECT
    m.name AS measure,
    min(f.claim) AS claim,
    f.comparator,
    min(origin.claim) AS origin_claim,
    f.value,
    f.low,
    f.high,
    f.unit,
    count(DISTINCT f.article_id) AS printed_by_articles,
    count(DISTINCT root.origin_id) AS origins,
    min(root.origin_id) AS first_origin_id
FROM root
JOIN figures AS f ON f.id = root.figure_id
JOIN figures AS origin ON origin.id = root.origin_id
JOIN measures AS m ON m.id = f.measure_id
GROUP BY
    f.measure_id, f.subject_id, f.accumulation, f.modality, f.comparator, f.value, f.low, f.high, f.unit, f.per,
    f.period_earliest, f.period_latest;

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
ORDER BY p.name, a.title;

CREATE VIEW place_map AS
SELECT
    p.name AS place,
    p.kind,
    p.status,
    p.parent_name AS parent,
    p.country_code,
    p.latitude,
    p.longitude,
    p.point_precision,
    (SELECT count(*) FROM mentions AS m WHERE m.place_id = p.id) AS mentions,
    (SELECT count(DISTINCT g.article_id) FROM mentions AS m
        JOIN passages AS w ON w.id = m.passage_id JOIN paragraphs AS g ON g.id = w.paragraph_id
        WHERE m.place_id = p.id) AS articles,
    (SELECT count(DISTINCT r.event_id) FROM event_places AS ep
        JOIN event_reports AS r ON r.id = ep.event_report_id WHERE ep.place_id = p.id) AS events,
    (SELECT count(DISTINCT fp.figure_id) FROM figure_places AS fp WHERE fp.place_id = p.id) AS figures,
    p.id AS place_id
FROM places AS p;

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
    y.left_out,
    CASE
        WHEN a.reading = 'unread' THEN 'unread'
        WHEN y.statements + y.figures + y.event_reports + y.attributes > 0 THEN 'yielded'
        WHEN EXISTS (SELECT 1 FROM paragraph_relations AS r WHERE r.paragraph_id = g.id)
            THEN (SELECT r.relation || ' paragraph ' || o.number FROM paragraph_relations AS r
                JOIN paragraphs AS o ON o.id = r.other_paragraph_id
                WHERE r.paragraph_id = g.id ORDER BY o.number LIMIT 1)
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

CREATE VIEW statements_by_speaker AS
SELECT
    coalesce(p.name, 'the author') AS speaker,
    coalesce(e.basis, 'printed') AS speaker_known_by,
    p.kind AS speaker_kind,
    s.gist,
    s.form,
    s.quotation,
    s.modality,
    s.condition,
    s.said,
    s.channel,
    via.name AS via,
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    w.words,
    s.id AS statement_id,
    s.speaker_id,
    s.article_id
FROM statements AS s
JOIN articles AS a ON a.id = s.article_id
JOIN passages AS w ON w.id = s.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
LEFT JOIN parties AS via ON via.id = s.via_id
LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = s.id AND e.column_name = 'speaker_id'
ORDER BY speaker, s.article_id, g.number, w.start_offset;

CREATE VIEW what_may_be_added AS
WITH kept AS (
    SELECT f.* FROM figures AS f
    WHERE NOT EXISTS (
        SELECT 1 FROM figure_relations AS r
        WHERE r.figure_id = f.id AND r.relation IN ('repeats', 'subset_of', 'share_of', 'derived_from'))
),
grouped AS (
    SELECT
        m.name AS measure,
        f.unit,
        f.accumulation,
        f.figure_kind,
        (SELECT count(*) FROM figures AS a WHERE a.measure_id = f.measure_id AND a.accumulation = f.accumulation
            AND a.figure_kind = f.figure_kind) AS figures,
        count(*) AS distinct_figures,
        sum(f.value) AS total,
        sum(f.value IS NULL) AS without_value,
        sum(f.comparator <> 'exact') AS inexact,
        sum(f.modality <> 'reported') AS not_reported,
        count(DISTINCT coalesce(f.subject_id, '')) AS subjects,
        count(DISTINCT coalesce(s.speaker_id, '')) AS claimants,
        sum(f.period_earliest IS NULL OR f.period_latest IS NULL) AS without_period,
        (SELECT count(*) FROM kept AS x JOIN kept AS y ON x.id < y.id
            AND x.period_earliest <= y.period_latest AND y.period_earliest <= x.period_latest
            WHERE x.measure_id = f.measure_id AND y.measure_id = f.measure_id
            AND x.accumulation = f.accumulation AND y.accumulation = f.accumulation) AS overlapping,
        group_concat(f.claim, '; ') AS claims
    FROM kept AS f
    JOIN measures AS m ON m.id = f.measure_id
    LEFT JOIN statements AS s ON s.id = f.statement_id
    GROUP BY f.measure_id, f.unit, f.accumulation, f.figure_kind
),
judged AS (
    SELECT *, CASE
        WHEN figure_kind <> 'count' THEN 'figures of kind ' || figure_kind || ' are not counts'
        WHEN distinct_figures = 1 THEN 'one figure only: there is nothing to add'
        WHEN accumulation = 'none' THEN 'they count separate things'
        WHEN accumulation = 'stock' THEN 'stocks of different days count the same people twice'
        WHEN accumulation = 'cumulative' THEN 'sums since a beginning hold each other'
        WHEN accumulation = 'net_flow' AND claimants > 1 THEN 'net flows of different claimants'
        WHEN not_reported > 0 THEN 'targets, plans and estimates are not counts'
        WHEN without_value > 0 OR inexact > 0 THEN 'some are vague or only bounds'
        WHEN subjects > 1 THEN 'they count different people or things'
        WHEN without_period > 0 THEN 'some have no period with a beginning and an end'
        WHEN overlapping > 0 THEN 'their periods overlap'
        END AS refused
    FROM grouped
)
SELECT
    measure,
    unit,
    accumulation,
    figures,
    distinct_figures,
    CASE WHEN refused IS NULL THEN total END AS total,
    refused,
    claims
FROM judged
ORDER BY refused IS NOT NULL, measure, accumulation;
