-- What may be added up?
--
-- For each measure the sum of its figures, where they may be added, or the reason why they may not: stocks of
-- different days, sums that hold each other, targets, vague words, other people or places never go into a sum. Repeats
-- and parts of other figures are left out first.
-- :group: Disagreement and echo
SELECT measure, accumulation, total, unit, refused, claims, left_out, figures, distinct_figures
FROM what_may_be_added
