"""Run migrations on one SQLite file, under rules that lose nothing.

One `BEGIN IMMEDIATE` holds the whole upgrade, from the reading of the revision on, so that two upgraders cannot
run into each other; foreign keys are off before it starts, and read back; warnings are errors; the guard holds the
state after each migration against the state before it, and its refusal rolls everything back. The stored digests of
tables are carried over to what the migrations made of the rows, and SQLite's statistics are made anew.
Call through `loaders.database.upgrade`, or `alembic -x database=FILE upgrade head`.
"""

from __future__ import annotations

import sqlite3
import warnings
from pathlib import Path

from alembic import context
from alembic.runtime.migration import MigrationContext, MigrationInfo
from sqlalchemy import Connection

from migrations.guard import Guard
from schema.base import APPLICATION_ID, Base
from schema.digests import carried_over
from schema.engine import migrator

# Rows of each index that are looked at for its statistics; those of large tables are then estimates.
_LOOKED_AT = 1_000


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
                if context.get_context().get_current_heads() == (context.get_revision_argument(),):
                    return
                context.config.attributes["guard"] = Guard(_driver(connection))
                with carried_over(_driver(connection)):
                    context.run_migrations()
                    _say_revision(connection)
                _look_anew(connection)


def _finish(ctx: MigrationContext, step: MigrationInfo, heads: object, run_args: object) -> None:  # noqa: ARG001
    """Let the guard check the state that a revision leaves, and write its number into the file's header."""
    connection = ctx.connection
    assert connection is not None  # noqa: S101
    guard: Guard = context.config.attributes["guard"]
    module = step.up_revision.module  # type: ignore[union-attr]
    guard.check(getattr(module, "changes", {}), back=not step.is_upgrade)
    revision = max(map(int, step.destination_revision_ids), default=0)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {revision}")


def _say_revision(connection: Connection) -> None:
    """Let `about_file`, where there is one, tell readers what the header says."""
    if connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'about_file'").first():
        connection.exec_driver_sql(
            "UPDATE about_file SET content = (SELECT user_version FROM pragma_user_version) "
            "WHERE name = 'schema_revision'"
        )


def _look_anew(connection: Connection) -> None:
    """Where statistics are kept, let SQLite look at all tables: those of one made anew went with the old one."""
    if connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'").first():
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {_LOOKED_AT}")
        connection.exec_driver_sql("ANALYZE")


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101
    return driver


if context.is_offline_mode():
    raise SystemExit("migrations look at the data, so there is no offline SQL; give a database file")
migrate()
