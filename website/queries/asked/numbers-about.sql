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
    f.figure_id,
    article_id
FROM stored.claims_asked AS o
CROSS JOIN figure_claims AS f ON f.figure_id = o.figure_id
WHERE instr(o.looked_through, lower(trim(:about))) > 0
ORDER BY o.position
