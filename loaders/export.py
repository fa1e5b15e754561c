"""export: every table of a file into a folder that other tools read, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from loaders.data_package import FILE, data_package, resource
from loaders.database import about, in_one_line, require_ours
from loaders.digests import table_digest
from loaders.errors import DatabaseError
from loaders.parquet import write_table
from loaders.swap import require_at_rest, sync, take_name, unfinished
from schema.base import Base
from schema.engine import reader


def export(file: Path, folder: Path, say: Callable[[str], None] = lambda _: None) -> dict[str, int]:
    """Write every table of a file as Parquet into a new folder, with `datapackage.json`; return the rows of each.

    All is of one moment, whatever is loaded into the file meanwhile. Raises DatabaseError where the file is not ours
    or in use, or where the folder exists.
    """
    require_ours(file)
    require_at_rest(file)
    if folder.exists():
        raise DatabaseError(f"{folder}: is there already; move it away, or give -o another folder")
    resources = []
    with unfinished(folder) as place, in_one_line(file, "nothing was written"):
        place.mkdir()
        with reader(file).connect() as connection, connection.begin():
            for name, table in sorted(Base.metadata.tables.items()):
                say(name)
                files = write_table(connection, table, place)
                (rows,) = connection.exec_driver_sql(f"SELECT count(*) FROM {name}").one()
                resources.append(resource(table, place, files, rows, table_digest(connection, name)))
                for written in files:
                    sync(written)
        described = json.dumps(data_package(about(file), resources), indent=2, ensure_ascii=False)
        (place / FILE).write_text(described + "\n", encoding="utf-8")
        sync(place / FILE)
        take_name(place, folder)
    return {resource["name"]: resource["rows"] for resource in resources}
