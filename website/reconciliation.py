"""Reconciliation of names, for OpenRefine: what the Reconciliation Service API 0.2 asks for, without its HTTP.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from loaders.errors import InputError
from website.metadata import DATABASE
from website.name_matching import Candidate, Entity, Names
from website.spelling import plain

MOST_QUERIES: Final = 50
MOST_IDS: Final = 200
_MOST_CANDIDATES: Final = 20
_LONGEST_NAME: Final = 200
_SUGGESTIONS: Final = 20
# How much a candidate loses for each property that is said to be otherwise.
_CONTRADICTED: Final = 30.0
TYPES: Final = {"persons": "Person", "organisations": "Organisation", "groups": "Group", "places": "Place"}

_NAMES: Final = """
SELECT p.kind || 's', p.id, p.name, coalesce(o.organisation_kind, (
        SELECT a.attribute FROM person_attributes AS a WHERE a.person_id = p.id
        ORDER BY a.kind <> 'office', a.kind <> 'occupation', a.id LIMIT 1), p.kind),
    coalesce(r.name_status, 'real') = 'real' AND p.kind <> 'group' AND coalesce(o.naming, 'named') = 'named',
    n.name, n.kind
FROM party_names AS n JOIN parties AS p ON p.id = n.party_id
LEFT JOIN persons AS r ON r.id = p.id LEFT JOIN organisations AS o ON o.id = p.id
UNION ALL
SELECT 'places', p.id, p.name, p.kind || coalesce(', ' || p.parent_name, ''), p.status <> 'unnamed', n.name, n.kind
FROM place_names AS n JOIN places AS p ON p.id = n.place_id
"""


@dataclass(frozen=True, slots=True)
class Property:
    """Something known of entities: what to call it, of which tables, and SQL that gives key, value, and its name and
    table where the value is an entity, for the ids in `:ids` (a JSON list of table and id).
    """

    name: str
    tables: tuple[str, ...]
    sql: str

    @classmethod
    def column(cls, name: str, table: str, column: str) -> Property:
        """Return a property that is a column of the table."""
        sql = f"SELECT '{table}/' || id, {column}, NULL, NULL FROM {table} WHERE {column} IS NOT NULL"
        return cls(name, (table,), sql)


PROPERTIES: Final = {
    "also-named": Property(
        "Also named",
        tuple(TYPES),
        "SELECT p.kind || 's/' || p.id, n.name, NULL, NULL FROM party_names AS n JOIN parties AS p "
        "ON p.id = n.party_id WHERE n.name <> p.name UNION ALL SELECT 'places/' || p.id, n.name, NULL, NULL "
        "FROM place_names AS n JOIN places AS p ON p.id = n.place_id WHERE n.name <> p.name",
    ),
    "described-as": Property(
        "Described as",
        ("persons",),
        "SELECT 'persons/' || person_id, attribute, NULL, NULL FROM person_attributes",
    ),
    "name-status": Property.column("Status of the name", "persons", "name_status"),
    "organisation-kind": Property.column("Kind of organisation", "organisations", "organisation_kind"),
    "seat": Property(
        "Place",
        ("organisations",),
        "SELECT 'organisations/' || o.id, p.id, p.name, 'places' FROM organisations AS o "
        "JOIN places AS p ON p.id = o.place_id",
    ),
    "place-kind": Property.column("Kind of place", "places", "kind"),
    "country": Property.column("Country (ISO 3166-1)", "places", "country_code"),
    "within": Property(
        "Within",
        ("places",),
        "SELECT 'places/' || p.id, q.id, q.name, 'places' FROM places AS p JOIN places AS q ON q.id = p.parent_id",
    ),
    "latitude": Property.column("Latitude", "places", "latitude"),
    "longitude": Property.column("Longitude", "places", "longitude"),
    "geonames": Property.column("GeoNames id", "places", "geonames_id"),
}


async def names_of(datasette: Any) -> Names:
    """Return the index of all names of the file that is served; it is made once."""
    if datasette.names is None:
        datasette.names = await datasette.get_database(DATABASE).execute_fn(_read_names)
    names: Names = datasette.names
    return names


def manifest(base: str, version: str) -> dict[str, Any]:
    """Return the service manifest; `base` is the address of the site."""
    here = f"{base}/reconcile"
    return {
        "versions": ["0.2"],
        "name": "Relokanty: people, organisations, groups and places",
        "identifierSpace": f"{base}/{DATABASE}/",
        "schemaSpace": f"{base}/schema",
        "defaultTypes": [_type(table) for table in TYPES],
        "documentation": f"{base}/take#openrefine",
        "serviceVersion": version,
        "batchSize": MOST_QUERIES,
        "view": {"url": f"{here}/view?id={{{{id}}}}"},
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": 400, "height": 200},
        "suggest": {
            kind: {"service_url": here, "service_path": f"/suggest/{kind}"}
            for kind in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/properties"},
            "property_settings": [],
        },
    }


async def reconcile(datasette: Any, text: str) -> dict[str, Any]:
    """Return the result batch for a query batch in JSON; raises InputError where it is none."""
    batch = _parsed(text, dict, "queries")
    if len(batch) > MOST_QUERIES:
        raise InputError(f"{len(batch)} queries; at most {MOST_QUERIES} at once")
    names = await names_of(datasette)
    return {key: {"result": await _answer(datasette, names, query)} for key, query in batch.items()}


async def extend(datasette: Any, text: str) -> dict[str, Any]:
    """Return the values of properties of entities, asked for in JSON; raises InputError where that does not fit."""
    asked = _parsed(text, dict, "extend")
    ids, wanted = asked.get("ids"), asked.get("properties")
    if not _is_list_of(ids, str) or not _is_list_of(wanted, dict):
        raise InputError("'extend' needs lists of 'ids' and 'properties'")
    if len(ids) > MOST_IDS:
        raise InputError(f"{len(ids)} ids; at most {MOST_IDS} at once")
    properties = [str(one.get("id")) for one in wanted]
    if unknown := [one for one in properties if one not in PROPERTIES]:
        raise InputError(f"no property {unknown[0]!r}; there are {', '.join(PROPERTIES)}")
    held = {one: await values(datasette, one, ids) for one in properties}
    return {
        "meta": [{"id": one, "name": PROPERTIES[one].name} for one in properties],
        "rows": {key: {one: held[one].get(key, []) for one in properties} for key in ids},
    }


def proposed(table: str) -> dict[str, Any]:
    """Return the properties that there are for a type."""
    fitting = {key: one for key, one in PROPERTIES.items() if not table or table in one.tables}
    return {"type": table, "properties": [{"id": key, "name": one.name} for key, one in fitting.items()]}


async def suggest(datasette: Any, kind: str, prefix: str, table: str, skipped: int) -> dict[str, Any]:
    """Return what begins with a prefix: entities, properties or types; at most 20, after as many as are skipped."""
    if kind == "entity":
        found = (await names_of(datasette)).beginning(prefix[:_LONGEST_NAME], [table] if table else [])
        shown = [
            {
                "id": one.key,
                "name": one.name,
                "description": one.description,
                "notable": [_type(one.table)],
            }
            for one in found[skipped : skipped + _SUGGESTIONS]
        ]
        return {"result": shown}
    known = TYPES if kind == "type" else {key: one.name for key, one in PROPERTIES.items()}
    start = plain(prefix)
    fitting = [
        {"id": key, "name": name}
        for key, name in known.items()
        if plain(name).startswith(start) or key.startswith(start)
    ]
    return {"result": fitting[skipped : skipped + _SUGGESTIONS]}


async def _answer(datasette: Any, names: Names, query: Any) -> list[dict[str, Any]]:
    """Return the candidates for one query."""
    if not isinstance(query, dict):
        raise InputError("each query must be an object")
    asked, limit, types = query.get("query", ""), query.get("limit", 5), query.get("type", [])
    types = [types] if isinstance(types, str) else types
    properties = query.get("properties", [])
    if not isinstance(asked, str) or not isinstance(limit, int) or limit < 1:
        raise InputError("'query' must be text and 'limit' a number from 1")
    if not _is_list_of(types, str) or not _is_list_of(properties, dict):
        raise InputError("'type' must be one or more types, 'properties' a list of objects")
    # In a thread, so that a long batch holds up nobody else.
    found = await asyncio.to_thread(names.candidates, asked[:_LONGEST_NAME], types, _MOST_CANDIDATES)
    for one in properties:
        if one.get("pid") in PROPERTIES:
            held = await values(datasette, one["pid"], [candidate.entity.key for candidate in found])
            found = [_less_if_otherwise(candidate, held, one.get("v")) for candidate in found]
    found.sort(key=lambda candidate: -candidate.score)
    return [
        _as_result(candidate) for candidate in found[: min(limit, _MOST_CANDIDATES)] if candidate.score > 0
    ]


def _less_if_otherwise(candidate: Candidate, held: Mapping[str, Any], said: Any) -> Candidate:
    """Return a candidate with a lower score where a property is known and none of what is said of it fits."""
    known = {plain(str(text)) for one in held.get(candidate.entity.key, []) for text in one.values()}
    given = {
        plain(str(one.get("id") if isinstance(one, dict) else one))
        for one in (said if isinstance(said, list) else [said])
    }
    if not known or known & given:
        return candidate
    score = max(candidate.score - _CONTRADICTED, 0.0)
    return Candidate(candidate.entity, candidate.found_as, score, match=False)


def _as_result(candidate: Candidate) -> dict[str, Any]:
    entity = candidate.entity
    alias = "" if candidate.found_as in {entity.name, entity.key} else f"; found as {candidate.found_as}"
    return {
        "id": entity.key,
        "name": entity.name,
        "description": f"{entity.description}{alias}",
        "type": [_type(entity.table)],
        "score": candidate.score,
        "match": candidate.match,
    }


async def values(datasette: Any, property_id: str, keys: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the values of a property by entity, each as the specification writes it."""
    sql = (
        f"WITH value(key, content, name, home) AS ({PROPERTIES[property_id].sql}) "
        "SELECT DISTINCT * FROM value WHERE key IN (SELECT value FROM json_each(:keys)) ORDER BY key, content"
    )
    rows = (await datasette.get_database(DATABASE).execute(sql, {"keys": json.dumps(list(keys))})).rows
    found: dict[str, list[dict[str, Any]]] = {}
    for key, content, name, home in rows:
        if home:
            value: dict[str, Any] = {"id": f"{home}/{content}", "name": name}
        elif isinstance(content, str):
            value = {"str": content}
        else:
            value = {"int" if isinstance(content, int) else "float": content}
        found.setdefault(key, []).append(value)
    return found


def _read_names(connection: sqlite3.Connection) -> Names:
    cursor = connection.cursor()
    # Plain tuples, uncounted: they are all that is kept.
    cursor.row_factory = None
    return Names(
        (Entity(table, key, name, description.replace("_", " "), bool(certain)), text, kind)
        for table, key, name, description, certain, text, kind in cursor.execute(_NAMES)
    )


def _parsed(text: str, shape: type, name: str) -> Any:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"'{name}' is not JSON: {error}") from error
    if not isinstance(value, shape):
        raise InputError(f"'{name}' must be an object")
    return value


def _is_list_of(value: Any, shape: type) -> bool:
    return isinstance(value, list) and all(isinstance(one, shape) for one in value)


def _type(table: str) -> dict[str, str]:
    return {"id": table, "name": TYPES[table]}
