"""Run the frozen SQL that stands beside a revision."""

from __future__ import annotations

from pathlib import Path

from alembic import op


def run(revision_file: str) -> None:
    """Execute the statements of the `.sql` file of the same name as a revision, split at `;` and an empty line."""
    text = Path(revision_file).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in text.split(";\n\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement.strip().removesuffix(";"))
