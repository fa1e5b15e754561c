"""Promises of reading/metadata.py, languages.py and printed_dates.py: what a document says of itself, and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import Page, pages

from loaders.clean import clean
from loaders.reading.languages import language_of
from loaders.reading.printed_dates import edtf_of
from loaders.records import Document, FoundMetadata
from schema.vocabularies import BASES

PAGES = list(pages())
SURE = ("byline", "agency", "dateline", "published", "updated", "copyright")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.case)
def test_what_a_page_says_of_itself(page: Page) -> None:
    """Title, authors, agency, dateline and dates are found, none too many, and each leads to its words."""
    cleaned = page.cleaned()
    told: dict[str, list[str]] = {}
    for item in cleaned.found:
        told.setdefault(item.kind, []).append(item.value)
        assert item.basis in BASES
        assert (item.span is not None) == (item.basis == "stated")
        if item.span is not None:
            words = page.texts[item.span.paragraph - 1][item.span.start : item.span.end]
            assert words.strip() == words != ""
    expected = {kind: value if isinstance(value, list) else [value] for kind, value in page.found.items()}
    assert {kind: told.get(kind, [])[: len(values)] for kind, values in expected.items()} == expected
    assert {kind: told[kind] for kind in SURE if kind in told and kind not in expected} == {}


def test_what_stands_beside_the_text_comes_first() -> None:
    """Front matter, keys and a page's own metadata are surer than what the paragraphs say."""
    beside = FoundMetadata("title", "Storm", "external", None, "front-matter")
    text = "A Storm in the Port\nA storm blew over the port on Monday, officials said."
    document = Document(Path("a.txt"), "a", "Storm", None, text, 1, "0" * 64, None, given=(beside,))
    cleaned = clean(document)
    assert cleaned.says("title") == beside
    assert [item.value for item in cleaned.found if item.kind == "title"] == ["Storm", "A Storm in the Port"]
    assert cleaned.says("agency") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The dockers have stopped work, and nobody knows when they will be back.", "en"),
        ("Les dockers ont cessé le travail, et personne ne sait quand ils vont le reprendre.", "fr"),
        ("Los estibadores dejaron de trabajar y nadie sabe cuándo volverán al puerto de la ciudad.", "es"),
        ("De havenarbeiders hebben het werk neergelegd en niemand weet wanneer ze terugkomen.", "nl"),
        ("Dokerzy przerwali pracę i nie wiadomo, kiedy do niej wrócą, jak podało to ministerstwo.", "pl"),
        ("Докери припинили роботу, і ніхто не знає, коли вони повернуться до порту.", "uk"),
        ("Жұмысшылар жұмысты тоқтатты және бұл туралы кейін хабарлайды деп айтты.", "kk"),
        ("მუშებმა შეწყვიტეს მუშაობა და არავინ იცის როდის დაბრუნდებიან", "ka"),
        ("港口工人停止了工作没有人知道他们什么时候回来", "zh"),
        ("Gdynia 1,200", None),
    ],
)
def test_languages_are_told_apart(text: str, code: str | None) -> None:
    """A sentence is enough for most languages; too few words tell nothing."""
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023-04-20", "2023-04-20"),
        ("2023-04-20T23:10:00+02:00", "2023-04-20"),
        ("Thu, 20 Apr 2023 10:00:00 GMT", "2023-04-20"),
        ("April 20, 2023", "2023-04-20"),
        ("20th April 2023", "2023-04-20"),
        ("Sept. 3, 2022", "2022-09-03"),
        ("2023-04", "2023-04"),
        ("2023", "2023"),
        ("2023-02-30", None),
        ("Smarch 3, 2022", None),
        ("April 31, 2022", None),
        ("last week", None),
        ("04/05/2023", None),
        ("", None),
    ],
)
def test_days_of_publication(text: str, edtf: str | None) -> None:
    """ISO 8601, mail and printed forms become EDTF; a day that does not exist, or could be two, is none."""
    assert edtf_of(text) == edtf
