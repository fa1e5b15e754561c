-- What is promised, planned or hoped?
--
-- Statements that bind, plan, hope or depend on a condition, events announced as coming, and numbers that are targets
-- or plans: what had not happened when the article was written.
-- :group: Statements
WITH answer AS (
    SELECT
        s.modality AS how,
        'statement' AS kind,
        s.gist AS what,
        s.condition,
        s.said AS date,
        s.speaker AS on_whose_word,
        s.words,
        s.article,
        s.paragraph,
        s.statement_id,
        NULL AS event_id,
        NULL AS figure_id,
        s.article_id
    FROM statements_by_speaker AS s
    WHERE s.modality IN ('promise', 'plan', 'hope', 'conditional')
    UNION ALL
    SELECT 'plan', 'event', t.event, NULL, t.date, t.claimant, t.words, t.article, t.paragraph,
        NULL, t.event_id, NULL, t.article_id
    FROM event_timeline AS t
    WHERE t.status = 'planned'
    UNION ALL
    SELECT replace(f.modality, 'planned', 'plan'), 'figure', f.claim, NULL, coalesce(f.as_of, f.period), f.claimant,
        f.words, f.article, f.paragraph, NULL, NULL, f.figure_id, f.article_id
    FROM figure_claims AS f
    WHERE f.modality IN ('target', 'planned')
)
SELECT * FROM answer
ORDER BY on_whose_word = 'the author', on_whose_word, how, article, paragraph
