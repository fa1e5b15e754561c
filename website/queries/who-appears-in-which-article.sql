-- Who appears in which article, and as what?
--
-- People by name, with what each article says they are, how often it names them, and how much they say and do there.
-- :group: People
SELECT person, described_as, article, name_status, mentions, first_paragraph, statements, events, person_id, article_id
FROM person_appearances
ORDER BY person, article
