SELECT l.id, l.name, l.mentions
FROM json_each(:ids) AS asked JOIN stored.party_list AS l ON l.id = asked.value
WHERE l.kind = 'group'
