"""Pages of many articles: work and bytes do not grow with the corpus, and what is left out can be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_plus

import pytest
from datasette.database import Database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_website import Site

from benchmarks.filled import fill
from benchmarks.pages import addresses
from website.clusters import MOST_PINS, clusters
from website.lists import list_statements
from website.metadata import DATABASE
from website.spelling import plain

ARTICLES = 1200
# Tables with more rows than this grow with the corpus.
_GROWING = 500
_MOST_BYTES = 400_000
_TABLES = re.compile(r"(?:FROM|JOIN)\s+(?:(?:main|stored|temp)\.)?(\w+)(?:\s+AS\s+(\w+))?", re.IGNORECASE)
# Lists read from their beginning up to a limit, in their own order, and those that a limit of theirs keeps short.
_IN_ORDER = {"article_list", "place_list", "measure_list", "comparison_list", "flow_list", "event_list"}
# What Datasette itself asks, of tables that stay short.
_SHORT = {"measures"}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve an invented corpus."""
    file = tmp_path_factory.mktemp("many") / "many.db"
    fill(file, ARTICLES)
    with Site(file) as site:
        yield site


@pytest.fixture(scope="module")
def pages(many: Site) -> list[str]:
    """The addresses of our own pages over that corpus."""
    return addresses(many.file)


def test_no_page_scans_what_grows(many: Site, pages: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Every query of every page of ours goes by an index, or reads a list from its beginning up to a limit."""
    asked: dict[str, Any] = {}
    execute = Database.execute

    async def remember(self: Any, sql: str, params: Any = None, *arguments: Any, **options: Any) -> Any:
        if self.name == DATABASE:
            asked.setdefault(sql, params)
        return await execute(self, sql, params, *arguments, **options)

    monkeypatch.setattr(Database, "execute", remember)
    for page in pages:
        assert many.ask(page).status_code in (200, 302), page
    monkeypatch.undo()
    sizes = many.ask_database(_sizes)
    growing = {table for table, rows in sizes.items() if rows > _GROWING} - _SHORT
    assert {"articles", "mentions", "figures", "event_list", "name_words"} <= growing
    assert len(asked) > 100
    scanned = []
    for sql, params in asked.items():
        named = {alias or table: table for table, alias in _TABLES.findall(sql)}
        for step in many.ask_database(lambda connection: _plan(connection, sql, params)):  # noqa: B023 - asked at once
            words = step.split()
            table = named.get(words[1], words[1]) if words[0] == "SCAN" else ""
            in_order = table in _IN_ORDER and "LIMIT" in sql
            if table in growing and not in_order and "VIRTUAL" not in words:
                scanned.append((table, step, sql))
    assert scanned == []


def _sizes(connection: Any) -> dict[str, int]:
    found = {}
    for schema in ("main", "stored"):
        sql = (
            f"SELECT name FROM {schema}.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        )
        for (name,) in connection.execute(sql).fetchall():
            found[name] = connection.execute(f'SELECT count(*) FROM {schema}."{name}"').fetchone()[0]
    return found


def _plan(connection: Any, sql: str, params: Any) -> list[str]:
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", params or {}).fetchall()]


def test_no_page_is_longer_than_a_browser_likes(many: Site, pages: list[str]) -> None:
    """Pages stay within 400 kB, however long the list that they show a part of."""
    long = {page: len(many.page(page)) for page in pages if many.ask(page).status_code == 200}
    long = {page: size for page, size in long.items() if size > _MOST_BYTES and not page.endswith(".geojson")}
    assert long == {}


def parts_of(site: Site, path: str) -> Iterator[str]:
    """Yield a page and all that follow it by the link to the next part."""
    seen: str | None = path
    while seen:
        page = site.page(seen)
        yield page
        found = re.search(r'<a rel="next" href="([^"]+)"', page)
        seen = found[1].replace("&amp;", "&") if found else None


@pytest.mark.parametrize(
    ("path", "table", "sql"),
    [
        ("/articles", "articles", "SELECT id FROM articles"),
        (
            "/people?kind=person",
            "persons",
            "SELECT id FROM persons WHERE id IN (SELECT party_id FROM mentions)",
        ),
        ("/timeline?type=journey", "events", "SELECT id FROM events WHERE event_type_id = 'journey'"),
        ("/timeline", "events", "SELECT id FROM events"),
        ("/map", "places", "SELECT id FROM places WHERE id IN (SELECT place_id FROM mentions)"),
        (
            "/disagreements?verdict=disagrees",
            "comparisons",
            "SELECT id FROM comparisons WHERE verdict = 'disagrees'",
        ),
    ],
)
def test_the_parts_of_a_list_are_all_of_it(many: Site, path: str, table: str, sql: str) -> None:
    """Whoever follows the link to the next part comes by every row; a part says which of how many it shows."""
    wanted = {str(key) for (key,) in many.rows(sql)}
    pages = list(parts_of(many, path))
    assert len(pages) > 1
    found = {key for page in pages for key in re.findall(rf'href="/relokanty/{table}/([^"#]+)"', page)}
    assert wanted <= found
    assert f"of {len(wanted):,} " in pages[0]


def test_a_part_that_is_not_there_is_the_last(many: Site) -> None:
    """A number beyond the last part gives the last, and what is no number the first; both have rows."""
    ((count,),) = many.rows("SELECT count(*) FROM articles")
    last = -(-count // 100)
    for typed, part in {"999999": last, "0": 1, "-1": 1, "x": 1, "9" * 50: 1, "²": 1, "": 1}.items():
        page = many.page(f"/articles?page={quote_plus(typed)}")
        assert f"Part {part} of {last}:" in page, typed
        assert 'class="headline"' in page, typed


def test_a_column_of_the_timeline_leads_to_its_events(many: Site) -> None:
    """The columns of years and months count all events; each leads to those of its time, and to no others."""
    page = many.page("/timeline")
    columns = dict(re.findall(r'href="/timeline\?(when=[^"]+)" aria-label="[^:"]+: ([\d,]+) event', page))
    counts = {when: int(count.replace(",", "")) for when, count in columns.items()}
    (dated,) = many.rows("SELECT count(*) FROM events WHERE coalesce(date_earliest, date_latest) IS NOT NULL")
    assert sum(counts.values()) == dated[0]
    when, count = min(counts.items(), key=lambda item: item[1])
    found = {
        key
        for part in parts_of(many, f"/timeline?{when}")
        for key in re.findall(r'href="/relokanty/events/([^"]+)"', part)
    }
    assert len(found) == count
    sql = "SELECT id FROM events WHERE coalesce(date_earliest, date_latest) LIKE ? || '%'"
    assert found == {key for (key,) in many.rows(sql.replace("?", f"'{when[5:]}'"))}


@pytest.mark.parametrize(
    "filters",
    [
        {"country": "RU"},
        {"type": "journey", "country": "RU"},
        {"type": "journey", "country": "KZ", "when": "2023"},
        {"when": "2023-02"},
        {"when": "undated"},
        {"when": "2023-02%"},
        {"country": "XX"},
    ],
)
def test_filters_of_the_timeline_hold_together(many: Site, filters: dict[str, str]) -> None:
    """Whichever filter finds the events and whichever is asked of each, the count is that of the rows that fit all."""
    wheres = {
        "type": "e.event_type_id = '{}'",
        "country": "e.id IN (SELECT r.event_id FROM event_places AS p JOIN event_reports AS r "
        "ON r.id = p.event_report_id JOIN places AS q ON q.id = p.place_id WHERE q.country_code = '{}')",
        "when": "coalesce(substr(coalesce(e.date_earliest, e.date_latest), 1, 7), 'undated') GLOB '{}*'",
    }
    where = " AND ".join(wheres[name].format(value) for name, value in filters.items())
    ((count,),) = many.rows(f"SELECT count(*) FROM events AS e WHERE {where}")
    page = many.page(
        "/timeline?" + "&".join(f"{name}={quote_plus(value)}" for name, value in filters.items())
    )
    said = re.search(r'<p class="muted">([\d,]+) events?\.', page)
    assert (int(said[1].replace(",", "")) if said else 0) == count


def test_a_group_of_places_opens_to_places(many: Site) -> None:
    """The map draws few pins; a group says how many it holds, and its part of the world shows all of them."""
    page = many.page("/map")
    pins = re.findall(r'<a class="pin', page)
    assert 1 < len(pins) <= MOST_PINS
    groups = re.findall(r'href="/map\?box=([^"]+)"><title>[^<]* and ([\d,]+) other place', page)
    box, others = max(groups, key=lambda group: int(group[1].replace(",", "")))
    opened = many.page(f"/map?box={box}")
    shown = sum(1 + int(others) for others in re.findall(r" \+(\d+)</text>", opened))
    shown += len(re.findall(r'<a class="pin(?! cluster)', opened))
    assert shown >= int(others.replace(",", "")) + 1


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), max_size=400), st.floats(1, 2000))
def test_no_place_is_lost_in_a_group(spots: list[tuple[float, float]], width: float) -> None:
    """Every place stands on the map, by itself or in one group; few places are never grouped."""
    places = [{"latitude": y, "longitude": x, "mentions": 1} for x, y in spots]
    found = clusters(places, spots, width)
    assert sum(1 + group.others for group in found) == len(places)
    assert sum(group.mentions for group in found) == len(places)
    assert len(places) > MOST_PINS or all(group.others == 0 for group in found)


def test_anybody_is_found_by_name(many: Site) -> None:
    """Of thousands of names, whole names come first, in the search, among people and for OpenRefine."""
    people = many.rows("SELECT id, name FROM persons WHERE id IN (SELECT party_id FROM mentions) ORDER BY id")
    assert len(people) > 1000
    for key, name in people[:: len(people) // 8]:
        link = f'href="/relokanty/persons/{key}"'
        assert link in many.page(f"/search?q={quote_plus(plain(name))}")
        assert link in many.page(f"/people?q={quote_plus(name)}")
        batch = quote_plus(f'{{"q0": {{"query": "{name}"}}}}')
        assert many.ask(f"/reconcile?queries={batch}").json()["q0"]["result"][0]["id"] == f"persons/{key}"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_any_search_of_much_is_answered(many: Site, typed: str) -> None:
    """Whatever is typed gets rows or help, over many names and words."""
    assert many.ask(f"/search?q={quote_plus(typed, errors='replace')}").status_code == 200
    assert many.ask(f"/people?q={quote_plus(typed, errors='replace')}").status_code == 200


def test_lists_are_whole_statements() -> None:
    """Each file of lists is cut into statements that make or fill a table of the stored file, and none is lost."""
    assert len(list_statements()) > 20
    assert all("stored." in statement for statement in list_statements())
