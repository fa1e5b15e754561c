-- Who is in more than one article?
--
-- People named in several articles, what each article says they are, and whether the articles rest on one report.
-- :group: People
SELECT
    p.person,
    p.article,
    p.described_as,
    p.mentions,
    p.statements,
    coalesce(o.title, o.id) AS rests_on,
    p.person_id,
    p.article_id
FROM person_appearances AS p
LEFT JOIN article_relations AS r ON r.article_id = p.article_id AND r.relation IN ('syndicates', 'rewrites')
LEFT JOIN articles AS o ON o.id = r.other_article_id
WHERE p.person_id IN (SELECT person_id FROM person_appearances GROUP BY person_id HAVING count(*) > 1)
ORDER BY p.person, p.article
