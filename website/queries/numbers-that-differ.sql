-- Which numbers for the same thing differ?
--
-- Figures of one measure and one subject that are not equal, with the lowest and the highest and every claim with its
-- date. A later date may be a newer count, a target is not a result: the dates and modalities say which.
-- :group: Numbers
WITH one AS (
    SELECT
        measure,
        coalesce(subject, event) AS of_whom,
        unit,
        per,
        coalesce(value, low) AS least,
        coalesce(value, high) AS most,
        article,
        printf('%s: %s (%s%s)', claimant, number, modality, coalesce(', ' || coalesce(as_of, period), '')) AS entry,
        coalesce(as_of, period) AS date
    FROM figure_claims
    WHERE figure_kind <> 'share'
    ORDER BY date, entry
)
SELECT
    measure,
    of_whom,
    min(least) AS lowest,
    max(most) AS highest,
    round(max(most) / min(least), 2) AS times_as_many,
    unit,
    per,
    count(*) AS figures,
    count(DISTINCT article) AS articles,
    group_concat(entry, '; ') AS claims
FROM one
WHERE of_whom IS NOT NULL
GROUP BY measure, of_whom, unit, per
HAVING min(least) <> max(most) AND count(*) > 1
ORDER BY times_as_many DESC, measure
