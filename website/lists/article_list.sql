-- Articles in the order of the pages that list them: those held, the newest first, then those known through others.
CREATE TABLE stored.article_list (
    position INTEGER PRIMARY KEY, id TEXT, title TEXT, kind TEXT, published TEXT, day TEXT, genre TEXT, reading TEXT,
    publisher TEXT, agency TEXT, statements INTEGER, figures INTEGER, events INTEGER, relations TEXT
) STRICT;
INSERT INTO stored.article_list (id, title, kind, published, day, genre, reading, publisher, agency, statements, figures,
    events, relations)
SELECT a.id, a.title, a.kind, a.published, coalesce(a.published_latest, a.published_earliest) AS day, a.genre, a.reading,
    publisher.name, agency.name,
    (SELECT count(*) FROM statements WHERE article_id = a.id),
    (SELECT count(*) FROM figures WHERE article_id = a.id),
    (SELECT count(DISTINCT event_id) FROM event_reports WHERE article_id = a.id),
    (SELECT group_concat(r.relation || ' ' || coalesce(o.title, '[' || replace(o.id, '-', ' ') || ']'), '; ')
        FROM article_relations AS r JOIN articles AS o ON o.id = r.other_article_id
        WHERE r.article_id = a.id)
FROM articles AS a
LEFT JOIN organisations AS publisher ON publisher.id = a.publisher_id
LEFT JOIN organisations AS agency ON agency.id = a.agency_id
ORDER BY a.kind <> 'held', day DESC, a.title, a.id;

CREATE TABLE stored.reading_list AS
SELECT reading, count(*) AS articles FROM articles WHERE kind = 'held' GROUP BY reading;

CREATE TABLE stored.published_list (
    party_id TEXT, position INTEGER, PRIMARY KEY (party_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO stored.published_list
SELECT a.publisher_id, l.position FROM stored.article_list AS l JOIN articles AS a ON a.id = l.id
WHERE a.publisher_id IS NOT NULL
UNION
SELECT a.agency_id, l.position FROM stored.article_list AS l JOIN articles AS a ON a.id = l.id
WHERE a.agency_id IS NOT NULL
ORDER BY 1, 2;
