SELECT kind, count(*) AS places FROM places GROUP BY kind ORDER BY places DESC, kind
