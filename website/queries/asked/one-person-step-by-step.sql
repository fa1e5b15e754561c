SELECT *
FROM stored."one-person-step-by-step"
WHERE person_id IN (SELECT party_id FROM party_names WHERE name = trim(:person) COLLATE NOCASE)
ORDER BY rowid
