"""Promises of clean.py: paragraphs are the non-blank lines, or a digest's marked ones, numbered once and for all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.clean import clean
from loaders.errors import InputError
from loaders.records import Document, Original, OriginalParagraph
from schema.vocabularies import PARAGRAPH_ROLES


def document(text: str, marks: int | None = None, first_line: int = 1) -> Document:
    """A document in memory: a digest of as many paragraphs as it has marks, else plain text."""
    mark = OriginalParagraph(1, "0" * 64)
    original = None if marks is None else Original("a.txt", "0" * 64, (mark,) * marks)
    return Document(Path("port.md"), "port", None, None, text, first_line, "0" * 64, original)


def refusal(text: str, marks: int) -> InputError:
    """The error with which a digest is refused, its text starting on line 10."""
    with pytest.raises(InputError) as caught:
        clean(document(text, marks, first_line=10))
    assert caught.value.file == Path("port.md")
    return caught.value


def test_paragraphs_are_the_lines_that_are_not_blank() -> None:
    """They are counted from 1, know their line in the file, and keep their text as given."""
    cut = clean(document("\nOne. \n\n \u00a0\t\n  Two\u00a0men.\u2003\r\n\u3000\nThree.", first_line=5))
    assert [(p.number, p.text, p.line) for p in cut.paragraphs] == [
        (1, "One.", 6),
        (2, "Two\u00a0men.", 9),
        (3, "Three.", 11),
    ]
    assert [p.role for p in clean(document("A Storm\nIt blew hard over the port.")).paragraphs] == [
        "title",
        "lead",
    ]


@settings(deadline=None, max_examples=300)
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\n\n\r\t \u00a0\u2028\u3000\x85")))
def test_no_text_is_lost(text: str) -> None:
    """The paragraphs of any plain text, joined again, are its lines stripped of white space, less the blank ones."""
    cut = clean(document(text))
    lines = [line.strip() for line in text.split("\n")]
    assert "\n".join(p.text for p in cut.paragraphs) == "\n".join(line for line in lines if line)
    assert [p.number for p in cut.paragraphs] == list(range(1, len(cut.paragraphs) + 1))
    assert all(text.split("\n")[p.line - 1].strip() == p.text for p in cut.paragraphs)


def test_paragraphs_are_found_by_number() -> None:
    """Numbers outside the document give None, not a paragraph from the other end."""
    cut = clean(document("One\nTwo"))
    found = [cut.paragraph(number) for number in (-1, 0, 1, 2, 3)]
    assert [None if paragraph is None else paragraph.text for paragraph in found] == [
        None,
        None,
        "One",
        "Two",
        None,
    ]


def test_markers_give_roles_and_blocks() -> None:
    """A digest's marker is taken off; brackets in the text stay."""
    cut = clean(
        document("[1 title] Storm\n\n[2 teaser block=3] [Vote] soon\n  [3 photo_credit]Wrona  \n", marks=3)
    )
    assert [(p.number, p.role, p.block, p.text) for p in cut.paragraphs] == [
        (1, "title", None, "Storm"),
        (2, "teaser", 3, "[Vote] soon"),
        (3, "photo_credit", None, "Wrona"),
    ]


@pytest.mark.parametrize("role", PARAGRAPH_ROLES)
def test_every_role_can_be_marked(role: str) -> None:
    """Each role of the closed list can stand in a marker."""
    assert clean(document(f"[1 {role}] x", marks=1)).paragraphs[0].role == role


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        pytest.param("[1 title] A\nB", 11, "starts with `[number role]`", id="no marker"),
        pytest.param(
            "[1 title] A\n\n[3 body] B", 12, "paragraph 3 stands where 2 should", id="number left out"
        ),
        pytest.param("[1 title] A\n[1 body] B", 11, "paragraph 1 stands where 2 should", id="number twice"),
        pytest.param("[2 title] A\n[1 body] B", 10, "paragraph 2 stands where 1 should", id="wrong order"),
        pytest.param(
            "[1 title] A\n[2 story] B", 11, "'story' is not a role; roles are masthead, ", id="unknown role"
        ),
        pytest.param("[1 title] A\n[2 Body] B", 11, "starts with", id="capital"),
        pytest.param("[1 title] A\n[2 body block=x] B", 11, "starts with", id="block not a number"),
        pytest.param("[1 title] A\n[2 body group=1] B", 11, "starts with", id="unknown word"),
        pytest.param("[1 title] A\n[body] B", 11, "starts with", id="no number"),
        pytest.param("[1 title] A\n> [2 body] B", 11, "starts with", id="marker not at the start"),
        pytest.param("[1 title] A", None, "has 1 paragraphs, but its front matter lists 2", id="one short"),
        pytest.param(
            "[1 title] A\n[2 body] B\n[3 body] C",
            None,
            "has 3 paragraphs, but its front matter lists 2",
            id="one over",
        ),
    ],
)
def test_a_digest_that_does_not_fit_its_original_is_refused(text: str, line: int | None, told: str) -> None:
    """Markers that are missing, out of order or unknown are refused by line; so is another number of paragraphs."""
    error = refusal(text, marks=2)
    assert error.line == line
    assert told in error.message


def test_a_marker_without_text_is_refused() -> None:
    """A paragraph of a digest says something."""
    assert refusal("[1 title] A\n[2 body]  ", marks=2).line == 11
