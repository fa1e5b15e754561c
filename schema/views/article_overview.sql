-- Articles at a glance: who published them, when, and what was read out of them.
--
-- article_id: Public id of the article.
-- title: Headline as printed.
-- publisher: Who published it; empty where the article does not say.
-- agency: News agency it credits.
-- authors: Authors in the order of the byline.
-- published: When it was published, as EDTF: the best reading.
-- published_earliest: First day on which it may have been published.
-- published_latest: Last day on which it may have been published.
-- genre: Kind of journalism.
-- topics: What it is about.
-- reading: Who read it: a person, the extractor, or nobody yet.
-- text_kind: Whether a digest or the full text is held.
-- paragraph_count: Number of paragraphs.
-- word_count: Words of the article as published, where known.
-- persons: People it names.
-- organisations: Organisations it names.
-- places: Places it names.
-- statements: Statements read out of it.
-- figures: Figures it prints.
-- events: Events it tells of.
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
LEFT JOIN organisations AS agency ON agency.id = a.agency_id
