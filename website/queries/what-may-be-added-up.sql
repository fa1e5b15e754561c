-- What may be added up?
--
-- For each measure the sum of its figures, where they may be added, or the reason why they may not: stocks of
-- different days, sums that hold each other, targets, vague words and parts of others never go into a sum.
-- :group: Disagreement and echo
SELECT measure, accumulation, total, unit, refused, figures, distinct_figures, claims
FROM what_may_be_added
