DROP VIEW evidence_coverage;

CREATE VIEW evidence_coverage AS
SELECT 'article_authors' AS table_name, 'person_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(person_id) AS filled FROM article_authors) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.person_id IS NOT NULL), 0) AS filled, coalesce(sum(t.person_id IS NULL), 0) AS empty FROM evidence AS e JOIN article_authors AS t ON e.row_id = t.article_id || ',' || t.position WHERE e.table_name = 'article_authors' AND e.column_name = 'person_id') AS told
UNION ALL
SELECT 'article_authors' AS table_name, 'credit' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(credit) AS filled FROM article_authors) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.credit IS NOT NULL), 0) AS filled, coalesce(sum(t.credit IS NULL), 0) AS empty FROM evidence AS e JOIN article_authors AS t ON e.row_id = t.article_id || ',' || t.position WHERE e.table_name = 'article_authors' AND e.column_name = 'credit') AS told
UNION ALL
SELECT 'article_dates' AS table_name, 'date' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(date) AS filled FROM article_dates) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NOT NULL), 0) AS filled, coalesce(sum(t.date IS NULL), 0) AS empty FROM evidence AS e JOIN article_dates AS t ON e.row_id = t.article_id || ',' || t.kind WHERE e.table_name = 'article_dates' AND e.column_name = 'date') AS told
UNION ALL
SELECT 'articles' AS table_name, 'title' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(title) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.title IS NOT NULL), 0) AS filled, coalesce(sum(t.title IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'title') AS told
UNION ALL
SELECT 'articles' AS table_name, 'publisher_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(publisher_id) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.publisher_id IS NOT NULL), 0) AS filled, coalesce(sum(t.publisher_id IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'publisher_id') AS told
UNION ALL
SELECT 'articles' AS table_name, 'agency_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(agency_id) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.agency_id IS NOT NULL), 0) AS filled, coalesce(sum(t.agency_id IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'agency_id') AS told
UNION ALL
SELECT 'articles' AS table_name, 'published' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(published) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.published IS NOT NULL), 0) AS filled, coalesce(sum(t.published IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'published') AS told
UNION ALL
SELECT 'articles' AS table_name, 'language' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(language) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.language IS NOT NULL), 0) AS filled, coalesce(sum(t.language IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'language') AS told
UNION ALL
SELECT 'articles' AS table_name, 'genre' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(genre) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.genre IS NOT NULL), 0) AS filled, coalesce(sum(t.genre IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'genre') AS told
UNION ALL
SELECT 'articles' AS table_name, 'truncated' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(truncated) AS filled FROM articles) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.truncated IS NOT NULL), 0) AS filled, coalesce(sum(t.truncated IS NULL), 0) AS empty FROM evidence AS e JOIN articles AS t ON t.id = e.row_id WHERE e.table_name = 'articles' AND e.column_name = 'truncated') AS told
UNION ALL
SELECT 'dates' AS table_name, 'date' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(date) AS filled FROM dates) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NOT NULL), 0) AS filled, coalesce(sum(t.date IS NULL), 0) AS empty FROM evidence AS e JOIN dates AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'dates' AND e.column_name = 'date') AS told
UNION ALL
SELECT 'event_details' AS table_name, 'kind' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(kind) AS filled FROM event_details) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.kind IS NOT NULL), 0) AS filled, coalesce(sum(t.kind IS NULL), 0) AS empty FROM evidence AS e JOIN event_details AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'event_details' AND e.column_name = 'kind') AS told
UNION ALL
SELECT 'event_details' AS table_name, 'detail' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(detail) AS filled FROM event_details) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.detail IS NOT NULL), 0) AS filled, coalesce(sum(t.detail IS NULL), 0) AS empty FROM evidence AS e JOIN event_details AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'event_details' AND e.column_name = 'detail') AS told
UNION ALL
SELECT 'event_reports' AS table_name, 'gist' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(gist) AS filled FROM event_reports) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.gist IS NOT NULL), 0) AS filled, coalesce(sum(t.gist IS NULL), 0) AS empty FROM evidence AS e JOIN event_reports AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'event_reports' AND e.column_name = 'gist') AS told
UNION ALL
SELECT 'event_reports' AS table_name, 'status' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(status) AS filled FROM event_reports) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.status IS NOT NULL), 0) AS filled, coalesce(sum(t.status IS NULL), 0) AS empty FROM evidence AS e JOIN event_reports AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'event_reports' AND e.column_name = 'status') AS told
UNION ALL
SELECT 'event_reports' AS table_name, 'date' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(date) AS filled FROM event_reports) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NOT NULL), 0) AS filled, coalesce(sum(t.date IS NULL), 0) AS empty FROM evidence AS e JOIN event_reports AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'event_reports' AND e.column_name = 'date') AS told
UNION ALL
SELECT 'events' AS table_name, 'event_type_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(event_type_id) AS filled FROM events) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.event_type_id IS NOT NULL), 0) AS filled, coalesce(sum(t.event_type_id IS NULL), 0) AS empty FROM evidence AS e JOIN events AS t ON t.id = e.row_id WHERE e.table_name = 'events' AND e.column_name = 'event_type_id') AS told
UNION ALL
SELECT 'events' AS table_name, 'status' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(status) AS filled FROM events) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.status IS NOT NULL), 0) AS filled, coalesce(sum(t.status IS NULL), 0) AS empty FROM evidence AS e JOIN events AS t ON t.id = e.row_id WHERE e.table_name = 'events' AND e.column_name = 'status') AS told
UNION ALL
SELECT 'events' AS table_name, 'date' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(date) AS filled FROM events) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NOT NULL), 0) AS filled, coalesce(sum(t.date IS NULL), 0) AS empty FROM evidence AS e JOIN events AS t ON t.id = e.row_id WHERE e.table_name = 'events' AND e.column_name = 'date') AS told
UNION ALL
SELECT 'events' AS table_name, 'place_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_id) AS filled FROM events) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NOT NULL), 0) AS filled, coalesce(sum(t.place_id IS NULL), 0) AS empty FROM evidence AS e JOIN events AS t ON t.id = e.row_id WHERE e.table_name = 'events' AND e.column_name = 'place_id') AS told
UNION ALL
SELECT 'figures' AS table_name, 'printed' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(printed) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.printed IS NOT NULL), 0) AS filled, coalesce(sum(t.printed IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'printed') AS told
UNION ALL
SELECT 'figures' AS table_name, 'value' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(value) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.value IS NOT NULL), 0) AS filled, coalesce(sum(t.value IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'value') AS told
UNION ALL
SELECT 'figures' AS table_name, 'low' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(low) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.low IS NOT NULL), 0) AS filled, coalesce(sum(t.low IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'low') AS told
UNION ALL
SELECT 'figures' AS table_name, 'high' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(high) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.high IS NOT NULL), 0) AS filled, coalesce(sum(t.high IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'high') AS told
UNION ALL
SELECT 'figures' AS table_name, 'unit' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(unit) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.unit IS NOT NULL), 0) AS filled, coalesce(sum(t.unit IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'unit') AS told
UNION ALL
SELECT 'figures' AS table_name, 'per' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(per) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.per IS NOT NULL), 0) AS filled, coalesce(sum(t.per IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'per') AS told
UNION ALL
SELECT 'figures' AS table_name, 'comparator' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(comparator) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.comparator IS NOT NULL), 0) AS filled, coalesce(sum(t.comparator IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'comparator') AS told
UNION ALL
SELECT 'figures' AS table_name, 'measure_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(measure_id) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.measure_id IS NOT NULL), 0) AS filled, coalesce(sum(t.measure_id IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'measure_id') AS told
UNION ALL
SELECT 'figures' AS table_name, 'figure_kind' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(figure_kind) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.figure_kind IS NOT NULL), 0) AS filled, coalesce(sum(t.figure_kind IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'figure_kind') AS told
UNION ALL
SELECT 'figures' AS table_name, 'accumulation' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(accumulation) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.accumulation IS NOT NULL), 0) AS filled, coalesce(sum(t.accumulation IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'accumulation') AS told
UNION ALL
SELECT 'figures' AS table_name, 'modality' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(modality) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.modality IS NOT NULL), 0) AS filled, coalesce(sum(t.modality IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'modality') AS told
UNION ALL
SELECT 'figures' AS table_name, 'subject_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(subject_id) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.subject_id IS NOT NULL), 0) AS filled, coalesce(sum(t.subject_id IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'subject_id') AS told
UNION ALL
SELECT 'figures' AS table_name, 'period' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(period) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.period IS NOT NULL), 0) AS filled, coalesce(sum(t.period IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'period') AS told
UNION ALL
SELECT 'figures' AS table_name, 'as_of' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(as_of) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.as_of IS NOT NULL), 0) AS filled, coalesce(sum(t.as_of IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'as_of') AS told
UNION ALL
SELECT 'figures' AS table_name, 'event_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(event_id) AS filled FROM figures) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.event_id IS NOT NULL), 0) AS filled, coalesce(sum(t.event_id IS NULL), 0) AS empty FROM evidence AS e JOIN figures AS t ON t.id = e.row_id WHERE e.table_name = 'figures' AND e.column_name = 'event_id') AS told
UNION ALL
SELECT 'groups' AS table_name, 'parent_party_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(parent_party_id) AS filled FROM groups) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.parent_party_id IS NOT NULL), 0) AS filled, coalesce(sum(t.parent_party_id IS NULL), 0) AS empty FROM evidence AS e JOIN groups AS t ON t.id = e.row_id WHERE e.table_name = 'groups' AND e.column_name = 'parent_party_id') AS told
UNION ALL
SELECT 'groups' AS table_name, 'place_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_id) AS filled FROM groups) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NOT NULL), 0) AS filled, coalesce(sum(t.place_id IS NULL), 0) AS empty FROM evidence AS e JOIN groups AS t ON t.id = e.row_id WHERE e.table_name = 'groups' AND e.column_name = 'place_id') AS told
UNION ALL
SELECT 'organisations' AS table_name, 'organisation_kind' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(organisation_kind) AS filled FROM organisations) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.organisation_kind IS NOT NULL), 0) AS filled, coalesce(sum(t.organisation_kind IS NULL), 0) AS empty FROM evidence AS e JOIN organisations AS t ON t.id = e.row_id WHERE e.table_name = 'organisations' AND e.column_name = 'organisation_kind') AS told
UNION ALL
SELECT 'organisations' AS table_name, 'naming' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(naming) AS filled FROM organisations) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.naming IS NOT NULL), 0) AS filled, coalesce(sum(t.naming IS NULL), 0) AS empty FROM evidence AS e JOIN organisations AS t ON t.id = e.row_id WHERE e.table_name = 'organisations' AND e.column_name = 'naming') AS told
UNION ALL
SELECT 'organisations' AS table_name, 'parent_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(parent_id) AS filled FROM organisations) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.parent_id IS NOT NULL), 0) AS filled, coalesce(sum(t.parent_id IS NULL), 0) AS empty FROM evidence AS e JOIN organisations AS t ON t.id = e.row_id WHERE e.table_name = 'organisations' AND e.column_name = 'parent_id') AS told
UNION ALL
SELECT 'organisations' AS table_name, 'place_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_id) AS filled FROM organisations) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NOT NULL), 0) AS filled, coalesce(sum(t.place_id IS NULL), 0) AS empty FROM evidence AS e JOIN organisations AS t ON t.id = e.row_id WHERE e.table_name = 'organisations' AND e.column_name = 'place_id') AS told
UNION ALL
SELECT 'organisations' AS table_name, 'place_meaning' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_meaning) AS filled FROM organisations) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_meaning IS NOT NULL), 0) AS filled, coalesce(sum(t.place_meaning IS NULL), 0) AS empty FROM evidence AS e JOIN organisations AS t ON t.id = e.row_id WHERE e.table_name = 'organisations' AND e.column_name = 'place_meaning') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'kind' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(kind) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.kind IS NOT NULL), 0) AS filled, coalesce(sum(t.kind IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'kind') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'attribute' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(attribute) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.attribute IS NOT NULL), 0) AS filled, coalesce(sum(t.attribute IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'attribute') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'tenure' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(tenure) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.tenure IS NOT NULL), 0) AS filled, coalesce(sum(t.tenure IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'tenure') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'party_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(party_id) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.party_id IS NOT NULL), 0) AS filled, coalesce(sum(t.party_id IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'party_id') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'place_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_id) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NOT NULL), 0) AS filled, coalesce(sum(t.place_id IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'place_id') AS told
UNION ALL
SELECT 'person_attributes' AS table_name, 'date' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(date) AS filled FROM person_attributes) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.date IS NOT NULL), 0) AS filled, coalesce(sum(t.date IS NULL), 0) AS empty FROM evidence AS e JOIN person_attributes AS t ON t.id = CAST(e.row_id AS INTEGER) WHERE e.table_name = 'person_attributes' AND e.column_name = 'date') AS told
UNION ALL
SELECT 'persons' AS table_name, 'name_status' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(name_status) AS filled FROM persons) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.name_status IS NOT NULL), 0) AS filled, coalesce(sum(t.name_status IS NULL), 0) AS empty FROM evidence AS e JOIN persons AS t ON t.id = e.row_id WHERE e.table_name = 'persons' AND e.column_name = 'name_status') AS told
UNION ALL
SELECT 'place_claims' AS table_name, 'relation' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(relation) AS filled FROM place_claims) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.relation IS NOT NULL), 0) AS filled, coalesce(sum(t.relation IS NULL), 0) AS empty FROM evidence AS e JOIN place_claims AS t ON e.row_id = t.article_id || ',' || t.place_id || ',' || t.relation || ',' || t.other_place_id WHERE e.table_name = 'place_claims' AND e.column_name = 'relation') AS told
UNION ALL
SELECT 'places' AS table_name, 'kind' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(kind) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.kind IS NOT NULL), 0) AS filled, coalesce(sum(t.kind IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'kind') AS told
UNION ALL
SELECT 'places' AS table_name, 'status' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(status) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.status IS NOT NULL), 0) AS filled, coalesce(sum(t.status IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'status') AS told
UNION ALL
SELECT 'places' AS table_name, 'parent_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(parent_id) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.parent_id IS NOT NULL), 0) AS filled, coalesce(sum(t.parent_id IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'parent_id') AS told
UNION ALL
SELECT 'places' AS table_name, 'country_code' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(country_code) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.country_code IS NOT NULL), 0) AS filled, coalesce(sum(t.country_code IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'country_code') AS told
UNION ALL
SELECT 'places' AS table_name, 'country_code_3' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(country_code_3) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.country_code_3 IS NOT NULL), 0) AS filled, coalesce(sum(t.country_code_3 IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'country_code_3') AS told
UNION ALL
SELECT 'places' AS table_name, 'subdivision_code' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(subdivision_code) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.subdivision_code IS NOT NULL), 0) AS filled, coalesce(sum(t.subdivision_code IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'subdivision_code') AS told
UNION ALL
SELECT 'places' AS table_name, 'former_code' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(former_code) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.former_code IS NOT NULL), 0) AS filled, coalesce(sum(t.former_code IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'former_code') AS told
UNION ALL
SELECT 'places' AS table_name, 'latitude' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(latitude) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.latitude IS NOT NULL), 0) AS filled, coalesce(sum(t.latitude IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'latitude') AS told
UNION ALL
SELECT 'places' AS table_name, 'longitude' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, 0 AS empty, held.row_count - held.filled - told.empty AS bare FROM
    (SELECT count(*) AS row_count, count(longitude) AS filled FROM places) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.longitude IS NOT NULL), 0) AS filled, coalesce(sum(t.longitude IS NULL), 0) AS empty FROM evidence AS e JOIN places AS t ON t.id = e.row_id WHERE e.table_name = 'places' AND e.column_name = 'longitude') AS told
UNION ALL
SELECT 'statements' AS table_name, 'speaker_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(speaker_id) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.speaker_id IS NOT NULL), 0) AS filled, coalesce(sum(t.speaker_id IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'speaker_id') AS told
UNION ALL
SELECT 'statements' AS table_name, 'gist' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(gist) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.gist IS NOT NULL), 0) AS filled, coalesce(sum(t.gist IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'gist') AS told
UNION ALL
SELECT 'statements' AS table_name, 'form' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(form) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.form IS NOT NULL), 0) AS filled, coalesce(sum(t.form IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'form') AS told
UNION ALL
SELECT 'statements' AS table_name, 'quotation' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(quotation) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.quotation IS NOT NULL), 0) AS filled, coalesce(sum(t.quotation IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'quotation') AS told
UNION ALL
SELECT 'statements' AS table_name, 'modality' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(modality) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.modality IS NOT NULL), 0) AS filled, coalesce(sum(t.modality IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'modality') AS told
UNION ALL
SELECT 'statements' AS table_name, 'condition' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(condition) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.condition IS NOT NULL), 0) AS filled, coalesce(sum(t.condition IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'condition') AS told
UNION ALL
SELECT 'statements' AS table_name, 'via_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(via_id) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.via_id IS NOT NULL), 0) AS filled, coalesce(sum(t.via_id IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'via_id') AS told
UNION ALL
SELECT 'statements' AS table_name, 'channel' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(channel) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.channel IS NOT NULL), 0) AS filled, coalesce(sum(t.channel IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'channel') AS told
UNION ALL
SELECT 'statements' AS table_name, 'addressee_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(addressee_id) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.addressee_id IS NOT NULL), 0) AS filled, coalesce(sum(t.addressee_id IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'addressee_id') AS told
UNION ALL
SELECT 'statements' AS table_name, 'place_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(place_id) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.place_id IS NOT NULL), 0) AS filled, coalesce(sum(t.place_id IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'place_id') AS told
UNION ALL
SELECT 'statements' AS table_name, 'said' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(said) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.said IS NOT NULL), 0) AS filled, coalesce(sum(t.said IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'said') AS told
UNION ALL
SELECT 'statements' AS table_name, 'proposition_id' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(proposition_id) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.proposition_id IS NOT NULL), 0) AS filled, coalesce(sum(t.proposition_id IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'proposition_id') AS told
UNION ALL
SELECT 'statements' AS table_name, 'stance' AS column_name, held.row_count, held.filled - told.filled AS printed, told.stated, told.inferred, told.external, told.computed, told.not_stated, held.row_count - held.filled - told.empty AS empty, 0 AS bare FROM
    (SELECT count(*) AS row_count, count(stance) AS filled FROM statements) AS held,
    (SELECT coalesce(sum(e.basis = 'stated'), 0) AS stated, coalesce(sum(e.basis = 'inferred'), 0) AS inferred, coalesce(sum(e.basis = 'external'), 0) AS external, coalesce(sum(e.basis = 'computed'), 0) AS computed, coalesce(sum(e.basis = 'not_stated'), 0) AS not_stated, coalesce(sum(t.stance IS NOT NULL), 0) AS filled, coalesce(sum(t.stance IS NULL), 0) AS empty FROM evidence AS e JOIN statements AS t ON t.id = e.row_id WHERE e.table_name = 'statements' AND e.column_name = 'stance') AS told;

DROP VIEW what_may_be_added;

CREATE VIEW what_may_be_added AS
WITH alike AS (
    SELECT
        f.*,
        (SELECT group_concat(p.role || ' ' || p.place_id) FROM (
            SELECT fp.role, fp.place_id FROM figure_places AS fp
            WHERE fp.figure_id = f.id ORDER BY fp.role, fp.place_id) AS p) AS places,
        (SELECT min(r.relation) FROM figure_relations AS r JOIN figures AS o ON o.id = r.other_figure_id
            WHERE r.figure_id = f.id AND r.relation IN ('repeats', 'subset_of', 'share_of', 'derived_from')
            AND o.measure_id = f.measure_id AND o.unit = f.unit AND o.accumulation = f.accumulation
            AND o.figure_kind = f.figure_kind) AS left_out_as
    FROM figures AS f
),
placed AS (
    SELECT
        *,
        left_out_as IS NULL AND period_earliest <= max(CASE WHEN left_out_as IS NULL THEN period_latest END) OVER (
            PARTITION BY measure_id, unit, accumulation, figure_kind ORDER BY period_earliest, id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS overlaps,
        row_number() OVER (
            PARTITION BY measure_id, unit, accumulation, figure_kind, left_out_as IS NULL ORDER BY id) AS place
    FROM alike
),
grouped AS (
    SELECT
        m.name AS measure,
        f.unit,
        f.accumulation,
        f.figure_kind,
        count(*) AS figures,
        sum(f.left_out_as IS NULL) AS distinct_figures,
        sum(f.value) FILTER (WHERE f.left_out_as IS NULL) AS total,
        sum(f.value IS NULL OR f.comparator <> 'exact') FILTER (WHERE f.left_out_as IS NULL) AS inexact,
        sum(f.modality <> 'reported') FILTER (WHERE f.left_out_as IS NULL) AS not_reported,
        count(DISTINCT coalesce(f.subject_id, '')) FILTER (WHERE f.left_out_as IS NULL) AS subjects,
        count(DISTINCT coalesce(f.places, '')) FILTER (WHERE f.left_out_as IS NULL) AS places,
        count(DISTINCT coalesce(s.speaker_id, '')) FILTER (WHERE f.left_out_as IS NULL) AS claimants,
        sum(f.period_earliest IS NULL OR f.period_latest IS NULL) FILTER (WHERE f.left_out_as IS NULL) AS without_period,
        sum(f.overlaps) AS overlapping,
        group_concat(f.claim, '; ') FILTER (WHERE f.left_out_as IS NULL AND f.place <= 100) AS claims,
        group_concat(f.claim || ' (' || replace(f.left_out_as, '_', ' ') || ')', '; ')
            FILTER (WHERE f.left_out_as IS NOT NULL AND f.place <= 100) AS left_out
    FROM (SELECT * FROM placed ORDER BY measure_id, id) AS f
    JOIN measures AS m ON m.id = f.measure_id
    LEFT JOIN statements AS s ON s.id = f.statement_id
    GROUP BY f.measure_id, f.unit, f.accumulation, f.figure_kind
),
judged AS (
    SELECT *, CASE
        WHEN figure_kind <> 'count' THEN 'only counts are added; this is of the kind ' || figure_kind
        WHEN distinct_figures = 1 THEN 'one figure only: there is nothing to add'
        WHEN accumulation = 'none' THEN 'nothing says that they are parts of one whole'
        WHEN accumulation = 'stock' THEN 'stocks of different days count the same people twice'
        WHEN accumulation = 'cumulative' THEN 'each sum since a beginning holds the earlier ones'
        WHEN accumulation = 'net_flow' AND claimants > 1 THEN 'net flows of different claimants'
        WHEN not_reported > 0 THEN 'targets, plans and estimates are not counts'
        WHEN inexact > 0 THEN 'some are vague or only bounds'
        WHEN subjects > 1 THEN 'they count different people or things'
        WHEN places > 1 THEN 'they count different places'
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
    claims || CASE WHEN distinct_figures > 100 THEN '; and ' || (distinct_figures - 100) || ' more' ELSE '' END
        AS claims,
    left_out || CASE
        WHEN figures - distinct_figures > 100 THEN '; and ' || (figures - distinct_figures - 100) || ' more' ELSE '' END
        AS left_out
FROM judged
ORDER BY refused IS NOT NULL, measure, accumulation;
