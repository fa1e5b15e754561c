"""Reconciliation of names, for OpenRefine: what the Reconciliation Service API 0.2 asks for, without its HTTP.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from loaders.errors import InputError
from website.metadata import DATABASE
from website.name_matching import Candidate, candidates
from website.name_search import beginning, names_alike
from website.spelling import plain

MOST_QUERIES: Final = 50
MOST_IDS: Final = 200
_MOST_CANDIDATES: Final = 20
_LONGEST_NAME: Final = 200
_SUGGESTIONS: Final = 20
# How much a candidate loses for each property that is said to be otherwise.
_CONTRADICTED: Final = 30.0
TYPES: Final = {"persons": "Person", "organisations": "Organisation", "groups": "Group", "places": "Place"}


@dataclass(frozen=True, slots=True)
class Property:
    """Something known of entities: what to call it, of which tables, and SQL that gives key, value, and its name and
    table where the value is an entity, for the entities that are `asked` for by home (their table) and id.
    """

    name: str
    tables: tuple[str, ...]
    sql: str

    @classmethod
    def column(cls, name: str, table: str, column: str) -> Property:
        """Return a property that is a column of the table."""
        sql = (
            f"SELECT '{table}/' || t.id, t.{column}, NULL, NULL FROM asked CROSS JOIN {table} AS t ON t.id = asked.id "
            f"WHERE asked.home = '{table}' AND t.{column} IS NOT NULL"
        )
        return cls(name, (table,), sql)


PROPERTIES: Final = {
    "also-named": Property(
        "Also named",
        tuple(TYPES),
        "SELECT asked.home || '/' || asked.id, n.found_as, NULL, NULL FROM asked "
        "CROSS JOIN stored.name_list AS n ON n.home = asked.home AND n.id = asked.id WHERE n.found_as <> n.name",
    ),
    "described-as": Property(
        "Described as",
        ("persons",),
        "SELECT 'persons/' || t.person_id, t.attribute, NULL, NULL FROM asked "
        "CROSS JOIN person_attributes AS t ON t.person_id = asked.id WHERE asked.home = 'persons'",
    ),
    "name-status": Property.column("Status of the name", "persons", "name_status"),
    "organisation-kind": Property.column("Kind of organisation", "organisations", "organisation_kind"),
    "seat": Property(
        "Place",
        ("organisations",),
        "SELECT 'organisations/' || o.id, p.id, p.name, 'places' FROM asked "
        "CROSS JOIN organisations AS o ON o.id = asked.id CROSS JOIN places AS p ON p.id = o.place_id "
        "WHERE asked.home = 'organisations'",
    ),
    "place-kind": Property.column("Kind of place", "places", "kind"),
    "country": Property.column("Country (ISO 3166-1)", "places", "country_code"),
    "within": Property(
        "Within",
        ("places",),
        "SELECT 'places/' || p.id, q.id, q.name, 'places' FROM asked "
        "CROSS JOIN places AS p ON p.id = asked.id CROSS JOIN places AS q ON q.id = p.parent_id "
        "WHERE asked.home = 'places'",
    ),
    "latitude": Property.column("Latitude", "places", "latitude"),
    "longitude": Property.column("Longitude", "places", "longitude"),
    "geonames": Property.column("GeoNames id", "places", "geonames_id"),
}


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
    return {key: {"result": await _answer(datasette, query)} for key, query in batch.items()}


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
        found = await beginning(datasette, prefix[:_LONGEST_NAME], table)
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


async def _answer(datasette: Any, query: Any) -> list[dict[str, Any]]:
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
    alike = await names_alike(datasette, asked[:_LONGEST_NAME])
    found = await asyncio.to_thread(candidates, asked[:_LONGEST_NAME], alike, types, _MOST_CANDIDATES)
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
        "WITH asked(home, id) AS MATERIALIZED (SELECT substr(value, 1, instr(value, '/') - 1), "
        "substr(value, instr(value, '/') + 1) FROM json_each(:keys)), "
        f"value(key, content, name, home) AS ({PROPERTIES[property_id].sql}) "
        "SELECT DISTINCT key, content, name, home FROM value ORDER BY key, content"
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
