SELECT p.*, parent.kind AS parent_kind,
    coalesce(seen.mentions, 0) AS mentions
FROM places AS p LEFT JOIN places AS parent ON parent.id = p.parent_id
LEFT JOIN stored.place_list AS seen ON seen.id = p.id
WHERE p.id = :id
