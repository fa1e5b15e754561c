"""Promises of shingles.py: texts that share runs of words are found by few hashes, whatever stands between."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.shingles import RUN, SKETCH_SIZE, containment, running_text, shingles, sketch

TELLING = " ".join(f"harbour{n} crane{n} winter{n}" for n in range(60))


def test_common_words_and_case_make_no_difference() -> None:
    """Runs are of telling words alone, however they are written and whatever small words stand between."""
    plain = shingles(["Dockers left Gdynia harbour early Monday"])
    assert len(plain) == 6 - RUN + 1
    assert plain == shingles(["The DOCKERS had left the Gdynia harbour,", "early on Monday."])


def test_a_text_shorter_than_a_run_has_none() -> None:
    """Three telling words make no run."""
    assert shingles(["Dockers left Gdynia"]) == frozenset()


def test_a_sketch_is_the_smallest_hashes() -> None:
    """A sketch has at most its size, in order, and is the same however the set is ordered."""
    found = shingles([TELLING])
    assert len(found) > SKETCH_SIZE
    assert sketch(found) == sorted(found)[:SKETCH_SIZE] == sketch(list(found)[::-1])


def test_hashes_are_the_same_on_every_machine() -> None:
    """Hashes are part of published files, so they may never move."""
    assert shingles(["one harbour two cranes"]) == {8900924958358649}


def test_containment_is_of_the_smaller_set() -> None:
    """A short text that stands whole in a long one is contained wholly; an empty one in nothing."""
    whole, part = shingles([TELLING]), shingles([" ".join(TELLING.split()[:50])])
    assert containment(part, whole) == containment(whole, part) == 1
    assert containment(frozenset(), whole) == 0


def test_only_paragraphs_that_tell_the_story_count() -> None:
    """Teasers, captions and the like are shared by articles that have nothing else in common."""
    told = [("lead", "a"), ("body", "b"), (None, "c"), ("teaser", "d"), ("furniture", "e"), ("caption", "f")]
    assert list(running_text(told)) == ["a", "b", "c"]


@given(st.lists(st.text()))
def test_any_text_gives_hashes_of_53_bits(texts: list[str]) -> None:
    """Whatever the text, its hashes fit a column of ids."""
    assert all(0 <= number < 1 << 53 for number in shingles(texts))
