-- Every figure as a whole claim: the number, how exact, what it counts, where and when, on whose word, in which words.
--
-- figure_id: Public id of the figure.
-- claim: The claim as a short phrase.
-- claimant: Whose claim it is; 'the author' where nobody is named.
-- claimant_known_by: How the claimant is known: printed, or stated elsewhere, inferred, external.
-- via: Outlet or body through which it reached the article.
-- said: When the claimant said it, as EDTF.
-- printed: The number as printed.
-- value: The number; a share is a fraction of 1. Empty for a range or a vague word.
-- low: Lowest number, of a range or a vague word.
-- high: Highest number, of a range or a vague word.
-- unit: What one unit of the number is.
-- per: Divisor of a rate.
-- comparator: How the words bound the number.
-- measure: What the figure counts.
-- figure_kind: Sort of number.
-- accumulation: Whether it is a stock, a sum since a beginning, or a flow.
-- modality: Whether it is reported, estimated, a target, imposed.
-- subject: The party that is counted or measured.
-- places: Where it is, comes from or goes to, each with its role.
-- period: Period in which the counted things happened, as EDTF.
-- as_of: Date on which the number is said to stand, as EDTF.
-- event: The event it belongs to.
-- base: The whole of which a share is a part.
-- article_id: Public id of the article.
-- article: Headline of the article, or its id where it has none.
-- paragraph: Number of the paragraph.
-- words: The words that print it.
CREATE VIEW figure_claims AS
SELECT
    f.id AS figure_id,
    f.claim,
    coalesce(claimant.name, 'the author') AS claimant,
    coalesce(by_figure.basis, by_speaker.basis, 'printed') AS claimant_known_by,
    via.name AS via,
    s.said,
    f.printed,
    f.value,
    f.low,
    f.high,
    f.unit,
    f.per,
    f.comparator,
    m.name AS measure,
    f.figure_kind,
    f.accumulation,
    f.modality,
    subject.name AS subject,
    (SELECT group_concat(role || ' ' || name, '; ') FROM (
        SELECT fp.role, p.name FROM figure_places AS fp JOIN places AS p ON p.id = fp.place_id
        WHERE fp.figure_id = f.id ORDER BY fp.role, p.name)) AS places,
    f.period,
    f.as_of,
    e.name AS event,
    coalesce(base.claim, f.base_words) AS base,
    f.article_id,
    coalesce(a.title, a.id) AS article,
    g.number AS paragraph,
    w.words
FROM figures AS f
JOIN articles AS a ON a.id = f.article_id
JOIN measures AS m ON m.id = f.measure_id
JOIN passages AS w ON w.id = f.passage_id
JOIN paragraphs AS g ON g.id = w.paragraph_id
LEFT JOIN statements AS s ON s.id = f.statement_id
LEFT JOIN parties AS claimant ON claimant.id = s.speaker_id
LEFT JOIN parties AS via ON via.id = s.via_id
LEFT JOIN parties AS subject ON subject.id = f.subject_id
LEFT JOIN events AS e ON e.id = f.event_id
LEFT JOIN figures AS base ON base.id = f.base_figure_id
LEFT JOIN evidence AS by_figure
    ON by_figure.table_name = 'figures' AND by_figure.row_id = f.id AND by_figure.column_name = 'statement_id'
LEFT JOIN evidence AS by_speaker
    ON by_speaker.table_name = 'statements' AND by_speaker.row_id = s.id AND by_speaker.column_name = 'speaker_id'
