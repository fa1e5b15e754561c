SELECT p.id, p.name, p.kind, n.name_status, o.organisation_kind, o.naming, o.place_meaning,
    l.id AS place_id, l.name AS place, parent.id AS parent_id, parent.name AS parent, parent.kind AS parent_kind,
    coalesce(seen.mentions, 0) AS mentions, coalesce(seen.articles, 0) AS articles
FROM parties AS p
LEFT JOIN persons AS n ON n.id = p.id
LEFT JOIN organisations AS o ON o.id = p.id
LEFT JOIN groups AS t ON t.id = p.id
LEFT JOIN places AS l ON l.id = coalesce(o.place_id, t.place_id)
LEFT JOIN parties AS parent ON parent.id = coalesce(o.parent_id, t.parent_party_id)
LEFT JOIN stored.party_list AS seen ON seen.id = p.id
WHERE p.id = :id
