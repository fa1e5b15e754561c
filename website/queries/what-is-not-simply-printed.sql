-- Which values are inferred or come from outside, and why?
--
-- Values that do not stand in their row's own words: read out of the article by reasoning, worked out from other
-- values, or taken from an outside source.
-- :group: How it is known
-- :param basis: Basis: inferred, external, computed or not_stated; empty for inferred and external
SELECT
    coalesce(f.claim, r.gist, s.gist, v.name, p.name, y.name, t.title, dw.words, n.attribute, e.row_id) AS what,
    e.column_name,
    CASE e.column_name
        WHEN 'date' THEN coalesce(r.date, v.date, d.date, n.date, (
            SELECT date FROM article_dates AS x
            WHERE x.article_id = e.article_id AND e.row_id = x.article_id || ',' || x.kind))
        WHEN 'published' THEN t.published
        WHEN 'genre' THEN t.genre
        WHEN 'as_of' THEN f.as_of
        WHEN 'period' THEN f.period
        WHEN 'modality' THEN coalesce(f.modality, s.modality)
        WHEN 'accumulation' THEN f.accumulation
        WHEN 'said' THEN s.said
        WHEN 'stance' THEN s.stance
        WHEN 'via_id' THEN s.via_id
        WHEN 'status' THEN p.status
        WHEN 'kind' THEN p.kind
        WHEN 'parent_id' THEN p.parent_name
        WHEN 'country_code' THEN p.country_code
        WHEN 'latitude' THEN p.latitude
        WHEN 'longitude' THEN p.longitude
        WHEN 'organisation_kind' THEN o.organisation_kind
        WHEN 'place_id' THEN coalesce(v.place_id, s.place_id, n.place_id, o.place_id)
    END AS value,
    e.basis,
    e.reasoning,
    e.source,
    e.other_value,
    w.words AS other_words,
    coalesce(a.title, a.id) AS article,
    e.table_name,
    e.row_id,
    e.article_id
FROM evidence AS e
LEFT JOIN articles AS a ON a.id = e.article_id
LEFT JOIN passages AS w ON w.id = e.passage_id
LEFT JOIN articles AS t ON e.table_name IN ('articles', 'article_dates') AND t.id = e.article_id
LEFT JOIN figures AS f ON e.table_name = 'figures' AND f.id = e.row_id
LEFT JOIN statements AS s ON e.table_name = 'statements' AND s.id = e.row_id
LEFT JOIN events AS v ON e.table_name = 'events' AND v.id = e.row_id
LEFT JOIN event_reports AS r ON e.table_name = 'event_reports' AND r.id = CAST(e.row_id AS INTEGER)
LEFT JOIN places AS p ON e.table_name = 'places' AND p.id = e.row_id
LEFT JOIN parties AS y ON e.table_name IN ('persons', 'organisations', 'groups') AND y.id = e.row_id
LEFT JOIN organisations AS o ON e.table_name = 'organisations' AND o.id = e.row_id
LEFT JOIN person_attributes AS n ON e.table_name = 'person_attributes' AND n.id = CAST(e.row_id AS INTEGER)
LEFT JOIN dates AS d ON e.table_name = 'dates' AND d.id = CAST(e.row_id AS INTEGER)
LEFT JOIN passages AS dw ON dw.id = d.passage_id
WHERE e.basis = trim(:basis) OR (trim(:basis) = '' AND e.basis IN ('inferred', 'external'))
ORDER BY article IS NULL, article, e.table_name, what, e.column_name
