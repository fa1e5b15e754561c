-- One report, many prints
--
-- Claims that several articles print, and from how many origins: two articles that carry one report are one origin.
-- :group: Disagreement and echo
SELECT claim, comparator, measure, printed_by_articles, origins, origin_claim, first_origin_id
FROM independent_origins
WHERE printed_by_articles > 1 OR claim <> origin_claim
ORDER BY origins, printed_by_articles DESC, measure
