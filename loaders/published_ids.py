"""The public ids that were ever published, so that a check can tell when one is lost.

`seeds/published_ids.txt` holds one `table id` a line, sorted. No line is ever taken out: an id that is no more is
retired, with a reason. An id that holds a withheld name stands there by its hash, which `retired_ids` holds too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from loaders import paths, withhold
from loaders.authority_rows import authority_rows
from loaders.conduct import Conductor
from loaders.errors import InputError
from loaders.read import files, read
from loaders.rows import Rows

FILE = "published_ids.txt"
TABLES = (
    "articles",
    "events",
    "figures",
    "groups",
    "measures",
    "organisations",
    "persons",
    "places",
    "statements",
)
_HEAD = "# Every public id ever published: `table id`. Written by `relokanty record-ids`; take no line out.\n"

PublicId = tuple[str, str]


def ids_of_seeds(conductor: Conductor) -> set[PublicId]:
    """Return table and id of every row that the seeds make and that may be linked to; InputError as `rows_of`."""
    ids = set(_ids(authority_rows(conductor.authorities)))
    for file in files([conductor.seeds / paths.ARTICLES]):
        ids.update(_ids(conductor.rows_of(read(file, conductor.withhold))))
    return ids


def recorded_ids(seeds: Path) -> dict[PublicId, int]:
    """Return every recorded id with its line; none where nothing was recorded yet.

    Raises InputError naming the line that is not `table id`, or names a table without public ids.
    """
    file = seeds / FILE
    if not file.exists():
        return {}
    ids: dict[PublicId, int] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match line.split():
            case [table, public_id] if table in TABLES:
                ids[table, public_id] = number
            case _:
                raise InputError(
                    f"not `table id`, with one of the tables {', '.join(TABLES)}; mend the line",
                    file,
                    number,
                )
    return ids


def record_published_ids(seeds: Path) -> int:
    """Add the ids that the seeds make now to those recorded; return how many are new. Withheld names are hashed.

    The file is swapped in whole. Raises InputError where the seeds, or the file, are not as they should be.
    """
    known = recorded_ids(seeds)
    withholder = withhold.load(seeds / paths.AUTHORITIES / withhold.FILE)
    ids = {
        (table, public_id if withholder.text(public_id) == public_id else withholder.names.opaque(public_id))
        for table, public_id in known.keys() | ids_of_seeds(Conductor(seeds))
    }
    unfinished = seeds / f".{FILE}.new"
    unfinished.write_text(_HEAD + "".join(f"{table} {key}\n" for table, key in sorted(ids)), encoding="utf-8")
    os.replace(unfinished, seeds / FILE)
    return len(ids) - len(known)


def missing_ids(connection: Connection, seeds: Path = paths.SEEDS) -> list[str]:
    """Return a finding for each recorded id that a database neither holds nor lists as retired, with its line.

    An id may be retired in favour of one that is retired itself, as long as the last one is there. An id that holds
    a withheld name in clear is a finding too, which does not repeat it.
    """
    withholder = withhold.load(seeds / paths.AUTHORITIES / withhold.FILE)
    held = {
        (table, key) for table in TABLES for (key,) in connection.exec_driver_sql(f"SELECT id FROM {table}")
    }
    anywhere = {key for _, key in held}
    replaced = {
        (row.table_name, row.retired_id): row.replaced_by
        for row in connection.exec_driver_sql("SELECT table_name, retired_id, replaced_by FROM retired_ids")
    }
    findings: list[str] = []
    for (table, key), line in recorded_ids(seeds).items():
        place = f"{seeds / FILE}:{line}"
        if withholder.text(key) != key:
            findings.append(f"{place}: holds a withheld name in clear; run `relokanty record-ids`")
        elif (table, key) in held:
            continue
        elif (table, key) not in replaced:
            findings.append(
                f"{place}: {table} {key} was published and is gone; bring it back, or add it to retired_ids.yaml"
            )
        elif (lost := _lost_end(table, replaced[table, key], replaced, anywhere)) is not None:
            findings.append(
                f"{place}: {table} {key} is retired in favour of {lost}, which is not there; correct retired_ids.yaml"
            )
    return findings


def _lost_end(
    table: str, successor: str | None, replaced: dict[PublicId, str | None], anywhere: set[str]
) -> str | None:
    """Return the successor of a retired id that is neither held nor retired properly; None where all is well."""
    passed: set[str] = set()
    while successor is not None and successor not in anywhere:
        if successor in passed or (table, successor) not in replaced:
            return successor
        passed.add(successor)
        successor = replaced[table, successor]
    return None


def _ids(rows: Rows) -> Iterator[PublicId]:
    for table, values in rows.tables():
        if table.name in TABLES:
            position = table.columns.keys().index("id")
            yield from ((table.name, str(row[position])) for row in values)
