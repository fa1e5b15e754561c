"""What is offered to take away is there, has as many rows as is said, and the examples run as they stand."""

from __future__ import annotations

import asyncio
import csv
import hashlib
import html
import io
import json
import re
import shutil
import sqlite3
import subprocess
import tomllib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import invented
import pytest
from browser import serving

from loaders import yaml_source
from loaders.paths import PROJECT
from schema.views import views
from website.about import read
from website.dataset import AUTHOR, TITLE, bibtex, citation, dataset
from website.guide import robots
from website.serve import application
from website.take import Example, examples

# A SELECT within an example, up to the quotation mark that ends it or the end of the text.
_SQL = re.compile(r'SELECT[^"]+')


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published file of the invented port."""
    return invented.published(tmp_path_factory.mktemp("port"))


@pytest.fixture(scope="module")
def site(port: Path) -> Iterator[Any]:
    """A way to ask the site over the invented port for a path."""
    datasette = application(port)
    with asyncio.Runner() as runner:
        yield lambda path: runner.run(datasette.client.get(path))


def offered(page: str) -> dict[str, tuple[int, list[str]]]:
    """Each list of the page with the rows it is said to have and the addresses under which it is offered."""
    lists = {}
    for row in re.findall(r"<tr>\s*<th scope=\"row\">.*?</tr>", page, re.DOTALL):
        name = re.search(r'/relokanty/(\w+)"', row)
        rows = re.search(r'data-label="Rows">([\d,]+)<', row)
        assert name is not None
        assert rows is not None
        links = [html.unescape(link) for link in re.findall(r'href="([^"]+)"', row)][1:]
        lists[name[1]] = (int(rows[1].replace(",", "")), links)
    return lists


def test_every_list_is_offered_with_its_rows(site: Any, port: Path) -> None:
    """All tables and views that the site shows are on the page, with the number of rows that they have."""
    lists = offered(site("/take").text)
    assert {view.name for view in views()} <= lists.keys()
    assert len(lists) > 50
    with closing(sqlite3.connect(port)) as connection:
        for name, (rows, _) in lists.items():
            assert connection.execute(f"SELECT count(*) FROM {name}").fetchone() == (rows,)


def test_every_offer_holds_all_rows(site: Any) -> None:
    """CSV and JSON hold as many rows as the page says; maps are offered of what has places; the empty is not."""
    for name, (rows, links) in offered(site("/take").text).items():
        suffixes = [re.sub(r".*\.(\w+).*", r"\1", link) for link in links]
        expected = ["csv", "xlsx", "json"] + ["geojson"] * (name in {"places", "place_map"})
        assert suffixes == (expected if rows else []), name
        if rows:
            answer = site(links[0])
            assert len(list(csv.reader(io.StringIO(answer.text)))) == rows + 1
            assert "attachment" in answer.headers["content-disposition"]
            assert len(site(links[2]).json()) == rows


def test_the_file_is_the_one_whose_hash_is_shown(site: Any, port: Path) -> None:
    """Whoever downloads the database can compare it with the page."""
    page, file = site("/take").text, site("/relokanty.db")
    assert file.content == port.read_bytes()
    assert hashlib.sha256(file.content).hexdigest() in page


EXAMPLES = examples("http://test")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_the_sql_of_each_example_has_an_answer(example: Example, built: Path) -> None:
    """What the examples ask gets rows from the bundled articles."""
    (sql,) = _SQL.findall(example.text.replace("'disagreements.csv'", "disagreements"))
    with closing(sqlite3.connect(f"file:{built}?mode=ro", uri=True)) as connection:
        assert connection.execute(sql.strip()).fetchall()


@pytest.mark.parametrize("program", ["sqlite3", "curl"])
def test_an_example_runs_as_it_stands(program: str, built: Path, tmp_path: Path) -> None:
    """Pasted into a shell, it prints rows of the file that it fetched."""
    if missing := [name for name in ("curl", program) if not shutil.which(name)]:
        pytest.skip(f"{missing} not installed")
    with serving(built) as address:
        title = {"sqlite3": "The sqlite3 command line", "curl": "SQL over the web, as JSON"}[program]
        (example,) = [example for example in examples(address) if example.title == title]
        run = subprocess.run(
            ["bash", "-ec", example.text],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
    if program == "curl":
        assert {row["person"] for row in json.loads(run.stdout)} > {"Vladimir Putin"}
    else:
        assert "claimant" in run.stdout
        assert (tmp_path / "relokanty.db").read_bytes() == built.read_bytes()


def test_a_citation_says_which_data(port: Path) -> None:
    """Text and BibTeX name the dataset, its version and the build of this file."""
    about = read(port)
    for text in (citation(about), bibtex(about)):
        for part in (AUTHOR, TITLE, about.data_version, about.build_id, "CC BY 4.0"):
            assert part in text
    assert bibtex(about).count("{") == bibtex(about).count("}")


def test_the_citation_file_is_of_this_version() -> None:
    """`CITATION.cff` has the version of the program and the title and author that the site gives."""
    citation_file, _ = yaml_source.read(PROJECT / "CITATION.cff")
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    assert str(citation_file["version"]) == project["version"]
    assert citation_file["title"] == TITLE
    assert citation_file["authors"] == [{"name": AUTHOR}]
    assert set(citation_file["license"]) == set(project["license"].split(" AND "))


def test_search_engines_are_told_the_same_on_home_and_apart(site: Any, port: Path) -> None:
    """Home and `/dataset.jsonld` describe the dataset alike; every download that they name is there."""
    (on_home,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site("/").text, re.DOTALL)
    apart = site("/dataset.jsonld")
    assert json.loads(on_home) == apart.json()
    assert apart.headers["content-type"].startswith("application/ld+json")
    described = apart.json()
    assert (described["@type"], described["license"]) == (
        "Dataset",
        "https://creativecommons.org/licenses/by/4.0/",
    )
    addresses = [one["contentUrl"].removeprefix("http://localhost") for one in described["distribution"]]
    assert [site(address).status_code for address in addresses] == [200] * len(addresses)
    assert described["distribution"][0]["sha256"] == hashlib.sha256(port.read_bytes()).hexdigest()


def test_no_text_can_end_the_data_block(port: Path) -> None:
    """Where the description held markup, it would stay within its element."""
    datasette = application(port)
    template = datasette.jinja_env.from_string("{{ described | tojson }}")
    described = dataset(read(port), "http://test/</script><b>")
    assert "</script>" not in asyncio.run(template.render_async(described=described))


def test_a_language_model_is_told_what_is_here(site: Any) -> None:
    """`llms.txt` names every view with its columns, the limits, and addresses of which each answers."""
    told = site("/llms.txt")
    assert told.headers["content-type"].startswith("text/plain")
    for view in views():
        assert f"`{view.name}`: " in told.text
        assert ", ".join(view.columns) in told.text
    assert "1.5 seconds" in told.text
    assert "2,000 rows" in told.text
    paths = [path for path in re.findall(r"http://localhost(/\S+)", told.text) if "NAME" not in path]
    assert len(paths) >= 4
    answers = {path: site(path.replace("SELECT+...", "SELECT+1")).status_code for path in paths}
    assert set(answers.values()) == {200}, answers


def test_robots_may_visit_pages_but_not_every_order_of_them() -> None:
    """Addresses with parameters are without end, so that robots are kept to those without; articles are reached."""
    assert "Disallow: /*?\nAllow: /articles?page=\n" in robots("http://test")
    assert "http://test/llms.txt" in robots("http://test")


def test_links_of_a_table_say_how_many_rows_they_give(site: Any, port: Path) -> None:
    """The CSV of a table has all its rows, its page says how many, and of the page itself as JSON too."""
    with closing(sqlite3.connect(port)) as connection:
        (rows,) = connection.execute("SELECT count(*) FROM passages").fetchone()
    page = site("/relokanty/passages?_size=3").text
    assert f">all {rows} rows as CSV<" in page
    assert f">all {rows} rows as XLSX<" in page
    assert ">the 3 of this page as JSON<" in page


def test_a_question_that_is_cut_off_says_where(site: Any) -> None:
    """Of an answer that goes on, the links say which forms hold all of it."""
    sql = "WITH+RECURSIVE+n(i)+AS+(VALUES(1)+UNION+ALL+SELECT+i%2B1+FROM+n+WHERE+i<2500)+SELECT+i+FROM+n"
    page = site(f"/relokanty?sql={sql}").text
    assert ">all rows as CSV<" in page
    assert ">at most 2,000 rows as JSON<" in page
    assert ">3 rows as JSON<" in site(f"/relokanty?sql={sql.replace('2500', '3')}").text
