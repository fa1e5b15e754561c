SELECT speaker, gist, form, modality, condition, said, channel, via, words, article, paragraph,
    statement_id, speaker_id, article_id
FROM statements_by_speaker
ORDER BY speaker = 'the author', speaker, article, paragraph, statement_id
