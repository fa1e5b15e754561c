-- Which numbers about mobilization are there, and on whose word?
--
-- Figures whose claim, measure, subject or event speaks of mobilization or, where you type another word, of that.
-- Numbers that look alike may count different things: compare measure, accumulation and date before the values.
-- :group: Numbers
-- :param about: Another word, such as border, fled or draft; empty for mobilization
SELECT
    measure,
    claim,
    claimant,
    printed,
    comparator,
    value,
    low,
    high,
    accumulation,
    modality,
    coalesce(as_of, period) AS as_of_or_period,
    words,
    article,
    paragraph,
    figure_id,
    article_id
FROM figure_claims
WHERE instr(
    lower(claim || ' ' || measure || ' ' || coalesce(subject, '') || ' ' || coalesce(event, '')),
    lower(coalesce(nullif(trim(:about), ''), 'mobiliz'))) > 0
ORDER BY measure, as_of_or_period, claimant = 'the author', claimant, figure_id
