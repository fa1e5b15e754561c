"""A database filled from the invented corpus without reading a word: rows made straight from the known facts.

For measurements of writing and serving at a size that the extractor would take hours to reach. Every row obeys every
rule of the schema, and values repeat as they do in drafts of news: some people, measures and events are known to many
articles, the others to one alone.

`python -m benchmarks.filled COUNT FILE` makes one as `relokanty build` would publish it.
"""

from __future__ import annotations

import atexit
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection

from benchmarks.corpus import InventedArticle, articles
from benchmarks.filled_claims import Telling, add_facts
from benchmarks.filled_relations import add_relations
from benchmarks.measure import say
from loaders import authorities, paths
from loaders.authority_rows import authority_rows
from loaders.database import newest_revision, upgrade
from loaders.digests import store_digests
from loaders.identifiers import derived_number, name_key
from loaders.rows import Rows
from loaders.shingles import shingles, sketch
from loaders.write import insert, rebuild_search
from schema import basis, claims, events, parties, text
from schema.basis import AboutFile
from schema.engine import migrator

BATCH = 500
MAKER = "invented"
MEASURES, EVENTS, PUBLISHERS, GROUPS = 40, 200, 60, 30
_GENRES = ("news_report", "news_report", "news_report", "feature", "analysis", "opinion")
_TOPICS = ("emigration", "mobilization", "reception", "asylum")


def fill(
    file: Path, count: int, seed: int = 1, state: str = "working", first: int = 0, alone: bool = False
) -> None:
    """Make a file with the seeds' authorities and `count` invented articles, from number `first` on.

    `alone` leaves out the rows that join articles, since one shard of many does not hold the others.

    Indexes are made and foreign keys checked after the rows, which no other program sees before.
    """
    upgrade(file)
    known: set[str] = set()
    with migrator(file).connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA cache_size = -200000")
        kept = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        indexes = raw.execute(kept).fetchall()
        with connection.begin():
            for name, _ in indexes:
                connection.exec_driver_sql(f"DROP INDEX {name}")
            insert(connection, authority_rows(authorities.load(paths.SEEDS / paths.AUTHORITIES)))
            insert(connection, common_rows(state))
        for batch in _batches(articles(count, seed, first), BATCH):
            with connection.begin():
                insert(connection, rows_of(batch, known, seed, alone))
        with connection.begin():
            for _, sql in indexes:
                connection.exec_driver_sql(sql)
            rebuild_search(connection)
            _require_whole(connection)
            store_digests(connection)
        raw.execute("ANALYZE")
        raw.execute("VACUUM")


def copy_of_filled(count: int, file: Path, state: str = "working") -> None:
    """Make a file of so many articles, of which this process makes only the first: the others are its copies."""
    shutil.copyfile(_filled(count), file)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE about_file SET content = ? WHERE name = 'state'", (state,))


@cache
def _filled(count: int) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="relokanty-filled-"))
    atexit.register(shutil.rmtree, folder)
    say(f"filling a file with {count:,} articles")
    fill(folder / "filled.db", count)
    return folder / "filled.db"


def rows_of(batch: Iterable[InventedArticle], known: set[str], seed: int = 1, alone: bool = False) -> Rows:
    """Return the rows of some articles; parties and places not yet in `known` come with them and are added to it."""
    rows = Rows()
    for item in batch:
        told = Telling(rows, item, known, Random(item.name))
        _add_article(told)
        add_facts(told, MEASURES, EVENTS, GROUPS)
        if not alone:
            add_relations(told, seed)
    return rows


def _require_whole(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise ValueError(f"a row refers to one that does not exist: {tuple(broken)}")


def _batches(items: Iterator[InventedArticle], size: int) -> Iterator[list[InventedArticle]]:
    batch: list[InventedArticle] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def common_rows(state: str = "working") -> Rows:
    """Return what all invented articles refer to: rules, measures, events, parties, and what the file is."""
    rows = Rows()
    rows.add(basis.Maker, id=MAKER, kind="extractor", name="the invented corpus")
    rows.add(claims.ReadingRule, id="as-invented", kind="date", meaning="As it was invented.")
    rows.add(claims.ReadingRule, id="number-as-invented", kind="number", meaning="As it was invented.")
    rows.add(claims.ReadingRule, id="bounds-as-invented", kind="interval", meaning="The number itself.")
    for number in range(MEASURES):
        identifier, name = f"invented-measure-{number}", f"invented measure {number}"
        rows.add(claims.Measure, id=identifier, name=name, meaning="Something invented.", unit="person")
    for number in range(EVENTS):
        identifier, name = f"invented-event-{number}", f"invented event {number}"
        rows.add(events.Event, id=identifier, name=name, event_type_id="attack", status="happened")
    for number in range(PUBLISHERS):
        identifier, name = f"invented-paper-{number}", f"The Invented Paper {number}"
        _add_party(rows, identifier, name, "organisation")
        named = {"organisation_kind": "publisher", "naming": "named"}
        rows.add(parties.Organisation, id=identifier, name=name, kind="organisation", **named)
    for number in range(GROUPS):
        identifier, name = f"invented-group-{number}", f"invented newcomers {number}"
        _add_party(rows, identifier, name, "group")
        rows.add(parties.Group, id=identifier, name=name, kind="group")
    about = {
        "state": state,
        "build_id": "0" * 16,
        "program_version": "0",
        "schema_revision": str(newest_revision()),
    }
    for name, content in about.items():
        rows.add(AboutFile, name=name, content=content)
    return rows


def _add_party(rows: Rows, identifier: str, name: str, kind: str) -> None:
    rows.add(parties.Party, id=identifier, kind=kind, name=name)
    key = derived_number(identifier, name)
    rows.add(parties.PartyName, id=key, party_id=identifier, name=name, name_key=name_key(name), kind="full")


def _add_article(told: Telling) -> None:
    rows, item, chance = told.rows, told.item, told.chance
    day = item.published.isoformat()
    days = {"published": day, "published_earliest": day, "published_latest": day}
    rows.add(
        text.Article,
        id=item.name,
        title=item.paragraphs[0],
        kind="held",
        publisher_id=f"invented-paper-{chance.randrange(10, PUBLISHERS)}",
        agency_id=f"invented-paper-{chance.randrange(3)}" if item.relation else None,
        language="en",
        reading="draft",
        maker_id=MAKER,
        text_kind="full",
        truncated=0,
        genre=chance.choice(_GENRES),
        paragraph_count=len(item.paragraphs),
        word_count=sum(len(paragraph.split()) for paragraph in item.paragraphs),
        **days,
    )
    days = {"date": day, "date_earliest": day, "date_latest": day}
    rows.add(text.ArticleDate, article_id=item.name, kind="published", **days)
    for topic in sorted({chance.choice(_TOPICS), chance.choice(_TOPICS)}):
        rows.add(text.ArticleTopic, article_id=item.name, topic=topic)
    for shingle in sketch(shingles(item.paragraphs[2:])):
        rows.add(text.ArticleShingle, shingle=shingle, article_id=item.name)
    for number, paragraph in enumerate(item.paragraphs, start=1):
        rows.add(
            text.Paragraph,
            id=derived_number(item.name, number),
            article_id=item.name,
            number=number,
            role="title" if number == 1 else "body",
            text=paragraph,
            word_count=len(paragraph.split()),
        )


if __name__ == "__main__":
    fill(Path(sys.argv[2]), int(sys.argv[1]), state="published")
