-- Which articles print the same claim?
--
-- Each claim with the number of articles that print it and the number of origins on which they rest. Five articles
-- with one origin are one source, not five.
-- :group: Numbers
SELECT
    measure,
    claim,
    value,
    low,
    high,
    unit,
    printed_by_articles,
    origins,
    CASE
        WHEN printed_by_articles = 1 THEN 'printed by one article only'
        WHEN origins = 1 THEN 'repeated from one origin'
        WHEN origins < printed_by_articles THEN 'partly repeated'
        ELSE 'independent as far as is known'
    END AS how_independent,
    first_origin_id
FROM independent_origins
ORDER BY printed_by_articles DESC, origins, measure, claim
