SELECT a.*, publisher.name AS publisher, agency.name AS agency, m.name AS maker, m.kind AS maker_kind
FROM articles AS a
LEFT JOIN parties AS publisher ON publisher.id = a.publisher_id
LEFT JOIN parties AS agency ON agency.id = a.agency_id
LEFT JOIN makers AS m ON m.id = a.maker_id
WHERE a.id = :id
