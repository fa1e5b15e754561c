SELECT rtrim(n.home, 's') AS kind, n.id, n.name, n.found_as, max(spelled_like(n.found_as, :q)) AS score
FROM json_each(:numbers) AS asked
CROSS JOIN stored.name_list AS n ON n.number = asked.value
GROUP BY n.home, n.id
HAVING score > 0
ORDER BY score DESC, n.home <> 'persons', length(n.name), n.name
