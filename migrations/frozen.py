"""Run the frozen SQL that stands beside a revision."""

from __future__ import annotations

import re
from pathlib import Path

from alembic import op

_SEARCH_INDEX = re.compile(r'CREATE VIRTUAL TABLE (\w+) USING fts5\(.*\bcontent="\w', re.DOTALL)


def run(revision_file: str) -> None:
    """Execute the statements of the `.sql` file of the same name as a revision, split at `;` and an empty line.

    A search index over a table is filled from it, which may have rows already.
    """
    text = Path(revision_file).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in text.split(";\n\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement.strip().removesuffix(";"))
            if made := _SEARCH_INDEX.match(statement.strip()):
                op.get_bind().exec_driver_sql(f"INSERT INTO {made[1]} ({made[1]}) VALUES ('rebuild')")
