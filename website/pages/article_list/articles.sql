SELECT a.id, a.title, a.kind, a.published, a.genre, a.reading, a.text_kind, a.word_count, publisher.name AS publisher,
    agency.name AS agency,
    (SELECT count(*) FROM statements WHERE article_id = a.id) AS statements,
    (SELECT count(*) FROM figures WHERE article_id = a.id) AS figures,
    (SELECT count(DISTINCT event_id) FROM event_reports WHERE article_id = a.id) AS events,
    (SELECT group_concat(r.relation || ' ' || coalesce(o.title, '[' || replace(o.id, '-', ' ') || ']'), '; ')
        FROM article_relations AS r JOIN articles AS o ON o.id = r.other_article_id
        WHERE r.article_id = a.id) AS relations
FROM articles AS a
LEFT JOIN organisations AS publisher ON publisher.id = a.publisher_id
LEFT JOIN organisations AS agency ON agency.id = a.agency_id
ORDER BY a.kind <> 'held', coalesce(a.published_latest, a.published_earliest) DESC, a.title, a.id
