SELECT m.*, parent.name AS parent FROM measures AS m LEFT JOIN measures AS parent ON parent.id = m.parent_id WHERE m.id = :id
