-- What does each claimant say, in numbers?
--
-- Every figure under the name of whoever claims it, with the date on which it is said to stand. Figures that nobody
-- claims but the article's author stand last.
-- :group: Numbers
SELECT
    claimant,
    claim,
    printed,
    measure,
    modality,
    coalesce(as_of, period) AS as_of_or_period,
    said,
    via,
    words,
    article,
    paragraph,
    figure_id,
    article_id
FROM figure_claims
ORDER BY claimant = 'the author', claimant, measure, as_of_or_period, figure_id
