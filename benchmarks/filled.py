"""A database filled from the invented corpus without reading a word: rows made straight from the known facts.

For measurements of writing and serving at a size that the extractor would take hours to reach. Every row obeys every
rule of the schema, and values repeat as they do in news: few measures, many people, places that come back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import Connection

from benchmarks.corpus import Fact, InventedArticle, articles
from loaders import authorities, paths
from loaders.authority_rows import authority_rows
from loaders.database import upgrade
from loaders.identifiers import derived_number, name_key, slug
from loaders.rows import Rows
from loaders.shingles import shingles, sketch
from loaders.write import insert, rebuild_search
from schema import basis, claims, events, parties, places, text
from schema.basis import AboutFile
from schema.engine import writer

BATCH = 500
MAKER = "invented"
_MEASURES = 40


def fill(file: Path, count: int, seed: int = 1) -> None:
    """Make a working file with the seeds' authorities and `count` invented articles."""
    upgrade(file)
    known: set[str] = set()
    with writer(file).connect() as connection:
        with connection.begin():
            insert(connection, authority_rows(authorities.load(paths.SEEDS / paths.AUTHORITIES)))
            insert(connection, common_rows())
        for batch in _batches(articles(count, seed), BATCH):
            with connection.begin():
                insert(connection, rows_of(batch, known))
        with connection.begin():
            rebuild_search(connection)
        _analyze(connection)


def rows_of(batch: Iterable[InventedArticle], known: set[str]) -> Rows:
    """Return the rows of some articles; parties and places not yet in `known` come with them and are added to it."""
    rows = Rows()
    for item in batch:
        _add_article(rows, item, known)
    return rows


def _batches(items: Iterator[InventedArticle], size: int) -> Iterator[list[InventedArticle]]:
    batch: list[InventedArticle] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def common_rows() -> Rows:
    """Return what all invented articles refer to: a maker, rules of reading, measures, and what the file is."""
    rows = Rows()
    rows.add(basis.Maker, id=MAKER, kind="extractor", name="the invented corpus")
    rows.add(claims.ReadingRule, id="as-invented", kind="date", meaning="As it was invented.")
    rows.add(claims.ReadingRule, id="number-as-invented", kind="number", meaning="As it was invented.")
    rows.add(claims.ReadingRule, id="bounds-as-invented", kind="interval", meaning="The number itself.")
    for number in range(_MEASURES):
        rows.add(
            claims.Measure,
            id=f"invented-measure-{number}",
            name=f"invented measure {number}",
            meaning="Something invented.",
            unit="person",
        )
    for name, content in {"state": "working", "build_id": "0" * 16, "program_version": "0"}.items():
        rows.add(AboutFile, name=name, content=content)
    return rows


def _add_article(rows: Rows, item: InventedArticle, known: set[str]) -> None:
    day = item.published.isoformat()
    words = sum(len(paragraph.split()) for paragraph in item.paragraphs)
    rows.add(
        text.Article,
        id=item.name,
        title=item.paragraphs[0],
        kind="held",
        published=day,
        published_earliest=day,
        published_latest=day,
        language="en",
        reading="draft",
        maker_id=MAKER,
        text_kind="full",
        truncated=0,
        genre="news_report",
        paragraph_count=len(item.paragraphs),
        word_count=words,
    )
    for shingle in sketch(shingles(item.paragraphs[2:])):
        rows.add(text.ArticleShingle, shingle=shingle, article_id=item.name)
    for number, paragraph in enumerate(item.paragraphs, start=1):
        identifier = derived_number(item.name, number)
        role = "title" if number == 1 else "body"
        rows.add(
            text.Paragraph,
            id=identifier,
            article_id=item.name,
            number=number,
            role=role,
            text=paragraph,
            word_count=len(paragraph.split()),
        )
    _add_facts(rows, item, known)


def _add_facts(rows: Rows, item: InventedArticle, known: set[str]) -> None:
    speaker: str | None = None
    for number, start, fact in item.located():
        passage = derived_number(derived_number(item.name, number), start, start + len(fact.words))
        rows.add(
            text.Passage,
            id=passage,
            paragraph_id=derived_number(item.name, number),
            start_offset=start,
            end_offset=start + len(fact.words),
            words=fact.words,
        )
        identifier = f"{item.name}-p{number}-{start}"
        if fact.kind == "person":
            speaker = _add_person(rows, fact, passage, known)
            rows.add(
                claims.Statement,
                id=identifier,
                article_id=item.name,
                speaker_id=speaker,
                gist=f"{fact.words} speaks of {item.paragraphs[0]}.",
                form="indirect",
                modality="asserted",
                passage_id=passage,
            )
        elif fact.kind == "place":
            place = _add_place(rows, fact, passage, known)
            _add_report(rows, item, passage, place, speaker)
        elif fact.kind == "figure":
            _add_figure(rows, item, identifier, fact, passage)
        else:
            _add_date(rows, fact, passage)


def _add_person(rows: Rows, fact: Fact, passage: int, known: set[str]) -> str:
    person = slug(fact.value)
    if person not in known:
        known.add(person)
        rows.add(parties.Party, id=person, kind="person", name=fact.value)
        rows.add(parties.Person, id=person, name=fact.value, name_status="real", kind="person")
        rows.add(
            parties.PartyName,
            id=derived_number(person, fact.value),
            party_id=person,
            name=fact.value,
            name_key=name_key(fact.value),
            kind="full",
        )
    _add_mention(rows, passage, person, None)
    return person


def _add_place(rows: Rows, fact: Fact, passage: int, known: set[str]) -> str:
    place = f"invented-{slug(fact.words)}"
    if place not in known:
        known.add(place)
        rows.add(
            places.Place,
            id=place,
            name=fact.words,
            kind="settlement",
            status="ordinary",
            country_code=fact.value,
            point_precision="none",
        )
    _add_mention(rows, passage, None, place)
    return place


def _add_mention(rows: Rows, passage: int, party: str | None, place: str | None) -> None:
    rows.add(
        text.Mention,
        id=derived_number(passage, party or "", place or ""),
        passage_id=passage,
        party_id=party,
        place_id=place,
        form="name",
        reading="literal",
        score=1.0,
        reason="as invented",
    )


def _add_report(rows: Rows, item: InventedArticle, passage: int, place: str, party: str | None) -> None:
    """Add a report of an event of this article's own."""
    event = f"{place}--{item.name}"
    day = item.published.isoformat()
    dates = {"date": day, "date_earliest": day, "date_latest": day}
    name = f"what happened in {place}"
    rows.add(
        events.Event, id=event, name=name, event_type_id="journey", place_id=place, status="happened", **dates
    )
    report = derived_number(event, passage)
    rows.add(
        events.EventReport,
        id=report,
        event_id=event,
        article_id=item.name,
        gist=name,
        status="happened",
        passage_id=passage,
        **dates,
    )
    rows.add(events.EventPlace, event_report_id=report, place_id=place, role="at")
    if party is not None:
        rows.add(events.EventParticipant, event_report_id=report, party_id=party, role="agent")


def _add_figure(rows: Rows, item: InventedArticle, identifier: str, fact: Fact, passage: int) -> None:
    comparator, number = fact.value.split()
    value, day = float(number), item.published.isoformat()
    rows.add(
        claims.Figure,
        id=identifier,
        claim=f"{fact.words} counted",
        article_id=item.name,
        printed=fact.words,
        value=value,
        interval_low=value,
        interval_high=value,
        interval_rule_id="bounds-as-invented",
        unit="person",
        comparator=comparator,
        rule_id="number-as-invented",
        measure_id=f"invented-measure-{int(value) % _MEASURES}",
        figure_kind="count",
        accumulation="gross_flow",
        modality="reported",
        as_of=day,
        as_of_earliest=day,
        as_of_latest=day,
        passage_id=passage,
    )
    rows.add(claims.FigurePassage, figure_id=identifier, passage_id=passage)


def _add_date(rows: Rows, fact: Fact, passage: int) -> None:
    first, last = (
        (f"{fact.value}-01", f"{fact.value}-28") if len(fact.value) == 7 else (fact.value, fact.value)
    )
    rows.add(
        text.TimeExpression,
        id=derived_number(passage, "date"),
        passage_id=passage,
        date=fact.value,
        date_earliest=first,
        date_latest=last,
        precision="month" if len(fact.value) == 7 else "day",
        anchor="printed",
        rule_id="as-invented",
    )


def _analyze(connection: Connection) -> None:
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("ANALYZE")
