-- Places that articles name, with coordinates where a point makes sense, and how often each is named.
--
-- place: Usual English name.
-- kind: What sort of place it is.
-- status: Whether it is disputed, occupied, informal, unnamed or ordinary.
-- parent: The next larger place.
-- country_code: ISO 3166-1 alpha-2 code of the country.
-- latitude: Degrees north.
-- longitude: Degrees east.
-- point_precision: What the coordinates stand for.
-- mentions: How often articles name it.
-- articles: Articles that name it.
-- events: Events reported there.
-- figures: Figures about it.
-- place_id: Public id of the place.
CREATE VIEW place_map AS
SELECT
    p.name AS place,
    p.kind,
    p.status,
    p.parent_name AS parent,
    p.country_code,
    p.latitude,
    p.longitude,
    p.point_precision,
    (SELECT count(*) FROM mentions AS m WHERE m.place_id = p.id) AS mentions,
    (SELECT count(DISTINCT g.article_id) FROM mentions AS m
        JOIN passages AS w ON w.id = m.passage_id JOIN paragraphs AS g ON g.id = w.paragraph_id
        WHERE m.place_id = p.id) AS articles,
    (SELECT count(DISTINCT r.event_id) FROM event_places AS ep
        JOIN event_reports AS r ON r.id = ep.event_report_id WHERE ep.place_id = p.id) AS events,
    (SELECT count(DISTINCT fp.figure_id) FROM figure_places AS fp WHERE fp.place_id = p.id) AS figures,
    p.id AS place_id
FROM places AS p
