"""Promises of annotation.py, shapes.py and annotate.py: what is not in the shape is refused, by its line."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import invented
import pytest
from pydantic import BaseModel

from loaders import annotation as shapes
from loaders import yaml_source
from loaders.annotate import SourcedAnnotation, annotate, read_annotation
from loaders.annotation import Annotation
from loaders.clean import clean
from loaders.errors import InputError
from loaders.read import read
from loaders.shapes import parse_shape
from loaders.yaml_source import Lines
from schema import vocabularies

FILE = Path("port.yaml")
Place = tuple[str | int, ...]
# Mappings whose keys are roles or columns, not fields of a shape.
FREE = {"places", "participants", "evidence"}
WHOLE = invented.ANNOTATIONS[invented.STRIKE]


def parsed() -> tuple[Any, Lines]:
    """The invented annotation as plain values, with the line of each."""
    return yaml_source.parse(WHOLE, FILE)


def mappings(value: Any, path: Place = ()) -> Iterator[Place]:
    """The place of every mapping that is a shape."""
    if isinstance(value, dict):
        if not path or path[-1] not in FREE:
            yield path
        for key, child in value.items():
            yield from mappings(child, (*path, key))
    elif isinstance(value, list):
        for i, child in enumerate(value):
            yield from mappings(child, (*path, i))


def at(value: Any, path: Place) -> Any:
    """The value at a place."""
    for part in path:
        value = value[part]
    return value


def refusal(old: str, new: str) -> InputError:
    """The error with which the invented annotation is refused after a change; it is one line."""
    assert WHOLE.count(old) == 1
    value, lines = yaml_source.parse(WHOLE.replace(old, new), FILE)
    with pytest.raises(InputError) as caught:
        parse_shape(Annotation, value, FILE, lines)
    assert caught.value.file == FILE
    assert "\n" not in str(caught.value)
    return caught.value


def test_the_invented_annotation_fits() -> None:
    """Texts of YAML become numbers, truth values, lists and shapes as the fields say."""
    value, lines = parsed()
    read = parse_shape(Annotation, value, FILE, lines)
    assert read.about.truncated is False
    assert read.figures[0].p == 3
    assert read.figures[0].number == "1,200"
    assert read.figures[0].places == {"in": ["gdynia"]}
    assert read.dates[1].edtf == "2020"
    assert read.dates[0].anchor_to == "published"
    assert read.dates[0].anchor == (3, "on Monday", None)


def test_an_unknown_key_is_refused_wherever_it_stands() -> None:
    """In every mapping, from the file down to the evidence of a cell, a key of no field is refused."""
    whole, lines = parsed()
    places = list(mappings(whole))
    assert len(places) > 20
    for place in places:
        value = copy.deepcopy(whole)
        at(value, place)["colour"] = "red"
        with pytest.raises(InputError, match="colour: this key is not known here") as caught:
            parse_shape(Annotation, value, FILE, lines)
        assert caught.value.line == lines.of(place)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: reviewed", "status: reviewed\ncolour: red"),
        ("  genre: news_report", "  genre: news_report\n  colour: red"),
        ("key: year,", "key: year,\n     colour: red,"),
        ("detail: injuries}", "detail: injuries,\n     colour: red}"),
    ],
)
def test_an_unknown_key_is_refused_by_its_line(old: str, new: str) -> None:
    """The line of an unknown key is the one on which it stands, inside a mapping of several lines too."""
    text = WHOLE.replace(old, new)
    assert refusal(old, new).line == text[: text.index("colour")].count("\n") + 1


@pytest.mark.parametrize("key", ["article", "status", "maker", "about"])
def test_a_missing_key_is_refused(key: str) -> None:
    """What every annotation must say is missed."""
    value, lines = parsed()
    del value[key]
    with pytest.raises(InputError, match=f"{key}: this key is missing"):
        parse_shape(Annotation, value, FILE, lines)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "genre: news_report",
            "genre: novel",
            "'novel' is not one of news_report, feature, analysis, opinion",
        ),
        ("status: reviewed", "status: done", "'reviewed' or 'draft'"),
        ("comparator: nearly", "comparator: almost", "'almost' is not one of exact, about, nearly"),
        ("figure_kind: share", "figure_kind: part", "'part' is not one of count, share"),
        ("accumulation: stock", "accumulation: sum", "'sum' is not one of stock"),
        ("relation: share_of", "relation: half_of", "'half_of' is not one of repeats"),
        ("kind: office", "kind: job", "'job' is not one of office"),
        ("status: happened", "status: over", "'over' is not one of happened"),
        ("{agent: [", "{doer: [", "'doer' is not one of agent"),
        ("{at: [gdynia]}", "{near: [gdynia]}", "'near' is not one of at"),
        ("{in: [gdynia]}", "{near: [gdynia]}", "'near' is not one of in"),
        ("kind: cause", "kind: reason", "'reason' is not one of outcome, cause"),
        ("stance: supports", "stance: likes", "'likes' is not one of supports"),
        ("anchor: published", "anchor: printing", "'printing' is not one of printed, published"),
        (
            "{basis: inferred, reasoning: It speaks",
            "{basis: guessed, reasoning: It speaks",
            "'guessed' is not one of",
        ),
    ],
)
def test_terms_are_of_closed_lists(old: str, new: str, told: str) -> None:
    """A term that its list does not hold is refused, the list is told, and the line is that of the term."""
    error = refusal(old, new)
    assert told in error.message
    line = WHOLE[: WHOLE.index(old)].count("\n") + 1
    assert error.line == line


@pytest.mark.parametrize(
    "bad", ["Ewa Lis", "ewa_lis", "Ewa-lis", "ewa---lis", "a--b--c", "-ewa", "é", "''", "[a]", "{a: b}"]
)
@pytest.mark.parametrize(
    ("before", "good"),
    [
        ("maker: ", "tester"),
        ("person: ", "jan-wrona"),
        ("measure: ", "strikers"),
        ("{in: [", "gdynia"),
        ("via: ", "radio-port"),
        ("{agent: [", "dockers-of-gdynia"),
    ],
)
def test_ids_are_slugs(before: str, good: str, bad: str) -> None:
    """Where an id is wanted, anything but words of a-z and 0-9 joined by single hyphens is refused by its line."""
    line = WHOLE[: WHOLE.index(before + good)].count("\n") + 1
    assert refusal(before + good, before + bad).line == line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("p: 3, quote: on Monday", "p: 0, quote: on Monday"),
        ("p: 3, quote: on Monday", "p: -3, quote: on Monday"),
        ("p: 3, quote: on Monday", "p: third, quote: on Monday"),
        ("p: 3, quote: on Monday", "p: 3.5, quote: on Monday"),
        ("p: 3, quote: on Monday", "p: 3, nth: 0, quote: on Monday"),
        ("p: 3, quote: on Monday", "p: 3, quote: ''"),
        ("p: 3, quote: on Monday", "p: 3, quote: [on Monday]"),
        ("truncated: no", "truncated: perhaps"),
        ("truncated: no", "truncated:"),
        ("detail: injuries", "detail: ''"),
        ("{p: 2, quote: Jan", "{quote: Jan"),
    ],
)
def test_values_are_of_their_kind(old: str, new: str) -> None:
    """A paragraph is a number from 1, a text is not empty, a truth value is yes or no; each is refused by its line."""
    assert refusal(old, new).line == WHOLE[: WHOLE.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("{edtf: 2020, basis: inferred,\n colour: red, reasoning: x}", "colour: this key is not known here"),
        ("{edtf: 2020, basis: inferred}", "reasoning: this key is missing"),
        ("{edtf: 2020, basis: guessed, reasoning: x}", "'guessed' is not one of"),
    ],
)
def test_a_date_given_with_reasons_is_told_what_is_wrong_with_it(given: str, told: str) -> None:
    """Where a date is given in place of a reference to one, the error is about the date that was given."""
    assert told in refusal("period: year", f"period: {given}").message


def test_nth_without_a_quote_is_refused() -> None:
    """The nth occurrence of no words means nothing."""
    refusal("title: {p: 1}", "title: {p: 1, nth: 2}")


def test_the_shape_has_a_json_schema() -> None:
    """The schema that editors use can be generated, closes every object, and holds every closed list's own words."""
    schema = Annotation.model_json_schema()
    assert json.loads(json.dumps(schema)) == schema
    assert {"About", "Figure", "Statement", "Event", "Date", "Mention"} <= set(schema["$defs"])
    assert all(part["additionalProperties"] is False for part in schema["$defs"].values())
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) == {"article", "status", "maker", "about"}


def test_every_shape_explains_itself() -> None:
    """Each shape has a docstring of its own, which becomes its description in the JSON Schema."""
    models = [
        value for value in vars(shapes).values() if isinstance(value, type) and issubclass(value, BaseModel)
    ]
    assert len(models) > 15
    assert [model.__name__ for model in models if not model.__dict__.get("__doc__")] == []


def test_closed_lists_have_a_meaning_for_every_term() -> None:
    """Terms are words of a-z joined by underscores, each with its meaning, in lists that are never empty."""
    lists = {name: value for name, value in vars(vocabularies).items() if name.isupper()}
    assert len(lists) > 25
    for name, terms in lists.items():
        assert terms, name
        assert all(
            term.replace("_", "").isalpha() and term.islower() and meaning for term, meaning in terms.items()
        )


def test_an_annotation_is_found_by_the_article_s_id(tmp_path: Path) -> None:
    """The file of an article's id is read; an article that has none gives nothing, not an error."""
    seeds = invented.make(tmp_path)
    found = annotate(clean(read(seeds.article(invented.VOTE))), seeds.folder / "annotations")
    assert found is not None
    assert found.content.article == invented.VOTE
    assert found.content.status == "draft"
    assert annotate(invented.document("Storm"), seeds.folder / "annotations") is None


def test_an_annotation_of_another_article_is_refused(tmp_path: Path) -> None:
    """A file that was copied and still names the other article is refused by that line."""
    seeds = invented.make(tmp_path)
    line = seeds.replace("annotations/harbour-vote.yaml", "article: harbour-vote", "article: harbour-strike")
    with pytest.raises(
        InputError, match="annotates 'harbour-strike', but the document's id is 'harbour-vote'"
    ) as caught:
        annotate(clean(read(seeds.article(invented.VOTE))), seeds.folder / "annotations")
    assert caught.value.line == line


@pytest.mark.parametrize("text", ["", "# nothing\n", "words\n", "- a\n", "[]\n"])
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    """An empty file, words or a list are no annotation."""
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_annotation(file)
    assert caught.value.file == file


def test_every_quote_is_yielded_with_its_place() -> None:
    """Quotes inside details, dates and authors are found as those of facts are; none is left out."""
    value, lines = parsed()
    quoted = [place for place in mappings(value) if "p" in at(value, place)]
    read = parse_shape(Annotation, value, FILE, lines)
    found = dict(SourcedAnnotation(read, FILE, lines).quotes())
    assert sorted(map(str, found)) == sorted(map(str, quoted))
    assert found["about", "dates", 0, "at"].quote == "Monday"
    assert found["events", 0, "details", 0].quote == "hurt"
