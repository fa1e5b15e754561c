-- What was left out, and why?
--
-- Words of the articles that became no fact of the dataset, with the reason; and whatever nobody could interpret.
-- :group: How it is known
SELECT i.item, i.reason, i.kind, w.words, coalesce(a.title, a.id) AS article, g.number AS paragraph, i.article_id
FROM issues AS i
JOIN articles AS a ON a.id = i.article_id
LEFT JOIN paragraphs AS g ON g.id = i.paragraph_id
LEFT JOIN passages AS w ON w.id = i.passage_id
ORDER BY i.kind, article, g.number, i.item
