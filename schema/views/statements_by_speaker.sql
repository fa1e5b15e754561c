-- Who said what: each statement with its speaker, form, channel and words.
--
-- speaker: Who said it; 'the author' for the author's own judgement.
-- speaker_known_by: How the speaker is known: printed, or stated elsewhere, inferred, external.
-- speaker_kind: Person, organisation or group.
-- gist: What was said, in our own words.
-- form: How the article gives it.
-- quotation: State of the quotation, for direct speech.
-- modality: Whether it asserts, promises, hopes, asks.
-- condition: Condition under which it is said to hold.
-- said: When it was said, as EDTF.
-- channel: Medium or occasion as printed.
-- via: Outlet or body through which it reached the article.
-- article: Headline of the article, or its id where it has none.
-- paragraph: Number of the paragraph.
-- words: The first words of it.
-- statement_id: Public id of the statement.
-- speaker_id: Public id of the speaker.
-- article_id: Public id of the article.
CREATE VIEW statements_by_speaker AS
SELECT
    coalesce(p.name, 'the author') AS speaker,
    coalesce(e.basis, 'printed') AS speaker_known_by,
    p.kind AS speaker_kind,
    s.gist,
    s.form,
    s.quotation,
    s.modality,
    s.condition,
    s.said,
    s.channel,
    via.name AS via,
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    w.words,
    s.id AS statement_id,
    s.speaker_id,
    s.article_id
FROM statements AS s
JOIN articles AS a ON a.id = s.article_id
JOIN passages AS w ON w.id = s.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN parties AS p ON p.id = s.speaker_id
LEFT JOIN parties AS via ON via.id = s.via_id
LEFT JOIN evidence AS e ON e.table_name = 'statements' AND e.row_id = s.id AND e.column_name = 'speaker_id'
ORDER BY speaker, s.article_id, g.number, w.start_offset
