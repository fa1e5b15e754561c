"""Run migrations on one SQLite file, under rules that lose nothing.

One `BEGIN IMMEDIATE` holds the whole upgrade, from the reading of the revision on, so that two upgraders cannot
run into each other; foreign keys are off before it starts, and read back; warnings are errors; after each
migration every foreign key is checked and every view prepared.
Call through `loaders.database.upgrade`, or `alembic -x database=FILE upgrade head`.
"""

from __future__ import annotations

import warnings
from pathlib import Path

from alembic import context
from alembic.runtime.migration import MigrationContext, MigrationInfo

from schema.base import APPLICATION_ID, Base
from schema.engine import migrator


def migrate() -> None:
    """Bring the file named by the configuration to the revision asked for."""
    given = context.config.attributes.get("database") or context.get_x_argument(as_dictionary=True).get(
        "database"
    )
    if given is None:
        raise SystemExit("name the database: alembic -x database=FILE upgrade head")
    with migrator(Path(given)).connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            transactional_ddl=True,
            transaction_per_migration=False,
            on_version_apply=_finish,
        )
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with context.begin_transaction():
                context.run_migrations()


def _finish(ctx: MigrationContext, step: MigrationInfo, heads: object, run_args: object) -> None:  # noqa: ARG001
    """Check the state that a revision leaves, and write its number into the file's header.

    Refuses dangling references, views that do not prepare, and left-over tables.
    """
    connection = ctx.connection
    assert connection is not None  # noqa: S101
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if dangling:
        raise RuntimeError(
            f"the migration leaves {len(dangling)} dangling references, the first: {dangling[0]}"
        )
    for kind, name in connection.exec_driver_sql("SELECT type, name FROM sqlite_schema").all():
        if kind == "view":
            connection.exec_driver_sql(f'SELECT 1 FROM "{name}" LIMIT 0')
        if name.startswith("_alembic_tmp"):
            raise RuntimeError(f"the migration leaves the temporary table {name}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {int(step.up_revision_id or 0)}")


if context.is_offline_mode():
    raise SystemExit("migrations look at the data, so there is no offline SQL; give a database file")
migrate()
