"""Promises of reading/roles.py and line_kinds.py: each paragraph of a page gets the role that a reader gives it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import Page, pages

from loaders import paths
from loaders.clean import clean
from loaders.read import files, read
from loaders.reading.roles import roles_of
from schema.vocabularies import PARAGRAPH_ROLES

PAGES = list(pages())
ORIGINALS = paths.PROJECT.parent / "shared" / "articles"
if not ORIGINALS.is_dir():
    ORIGINALS = paths.PROJECT.parent.parent / "shared" / "articles"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.case)
def test_a_page_of_any_shape(page: Page) -> None:
    """Every paragraph but the known failures has role and block; a known failure that is mended is noticed."""
    wrong = {
        paragraph.number
        for paragraph, role in zip(page.cleaned().paragraphs, page.roles, strict=True)
        if (paragraph.role, paragraph.block) != role
    }
    assert wrong == page.known_failures


def test_the_cases_are_many() -> None:
    """Over 40 pages, with every role among them; fewer than one paragraph in 50 is a known failure."""
    assert len(PAGES) > 40
    assert {role for page in PAGES for role, _ in page.roles} == set(PARAGRAPH_ROLES)
    failures = sum(len(page.known_failures) for page in PAGES)
    assert 50 * failures < sum(len(page.roles) for page in PAGES)


@pytest.mark.skipif(
    not ORIGINALS.is_dir(), reason="the originals belong to their publishers and are not here"
)
def test_the_originals_have_the_roles_of_their_digests() -> None:
    """Rules give each original the paragraph numbers, roles and blocks that a reader gave its digest."""
    compared = 0
    for file in files([paths.SEEDS / paths.ARTICLES]):
        digest = clean(read(file))
        assert digest.document.original is not None
        original = clean(read(ORIGINALS / digest.document.original.file))
        given_roles = [(p.number, p.role, p.block) for p in digest.paragraphs]
        assert [(p.number, p.role, p.block) for p in original.paragraphs] == given_roles, file.name
        compared += 1
    assert compared >= 5


lines = st.lists(st.text(st.characters(codec="utf-8"), max_size=60).map(str.strip), max_size=12)
known = st.sampled_from([text for page in PAGES for text in page.texts])


@settings(deadline=None, max_examples=200)
@given(st.lists(st.one_of(lines.map(" ".join).map(str.strip), known), max_size=30))
def test_any_lines_get_roles(texts: list[str]) -> None:
    """Whatever the lines, each gets a role of the closed list, and only teasers have blocks, counted from 1."""
    roles = roles_of(texts)
    assert len(roles) == len(texts)
    assert all(role.role in PARAGRAPH_ROLES and role.rule for role in roles)
    assert all((role.block is not None) == (role.role == "teaser") for role in roles)
    assert all(role.block is None or role.block >= 1 for role in roles)
    assert sum(role.role == "lead" for role in roles) <= 1


@pytest.mark.parametrize(
    "line",
    ["a" * 400, "A " * 200, "By " + "A-" * 190, "© " * 199, "(" * 400, "1 " * 200, "read more " * 40, "@a " * 130,
     "#a " * 130, "a / " * 100, "Photo " * 66, "Reuters, " * 40, "Jan 1, 2020 " * 33, "please " * 57],
    ids=lambda line: line[:10],
)  # fmt: skip
def test_no_rule_takes_long(line: str) -> None:
    """A thousand lines made to lead the rules astray take under three seconds together."""
    started = time.perf_counter()
    roles_of([line.strip()] * 1000)
    assert time.perf_counter() - started < 3
