SELECT id, title, kind, published, genre, reading, publisher, agency, statements, figures, events, NULL AS relations
FROM stored.article_list WHERE kind = 'held' ORDER BY position
