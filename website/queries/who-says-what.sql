-- Who says what?
--
-- Every statement under the name of its speaker, in our own words and with the first words of it; what the author
-- says in nobody else's name stands last.
-- :group: Statements
-- :param speaker: Part of a speaker's name; empty for all
SELECT speaker, gist, form, modality, condition, said, channel, via, words, article, paragraph,
    statement_id, speaker_id, article_id
FROM statements_by_speaker
WHERE instr(lower(speaker), lower(trim(:speaker))) > 0 OR trim(:speaker) = ''
ORDER BY speaker = 'the author', speaker, article, paragraph, statement_id
