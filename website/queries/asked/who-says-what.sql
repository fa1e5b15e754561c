SELECT speaker, gist, form, modality, condition, said, channel, via, words, article, paragraph,
    statement_id, speaker_id, article_id
FROM statements_by_speaker
WHERE speaker IN (
    SELECT name FROM parties WHERE instr(lower(name), lower(trim(:speaker))) > 0
    UNION ALL SELECT 'the author' WHERE instr('the author', lower(trim(:speaker))) > 0)
ORDER BY speaker = 'the author', speaker, article, paragraph, statement_id
