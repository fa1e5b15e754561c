SELECT l.id, l.name, l.sort AS name_status, l.mentions, l.articles, l.drafts, l.statements, l.attribute
FROM json_each(:ids) AS asked JOIN stored.party_list AS l ON l.id = asked.value
WHERE l.kind = 'person'
