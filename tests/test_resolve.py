"""Promises of resolve.py: every name, date, key and number of an annotation means one known thing, or is refused."""

from __future__ import annotations

from pathlib import Path

import invented
import pytest

from loaders.annotate import SourcedAnnotation
from loaders.errors import InputError
from loaders.numbers import ReadNumber
from loaders.prove import prove
from loaders.records import KnownDate, Span
from loaders.resolve import Reading, Resolver

PARAGRAPHS = (
    "Ewa Lis said on Monday that nearly 1,200 dockers had left Gdynia.",
    "On Monday and Tuesday, Lis told Radio Port that a third of them were Polish, on Tuesday.",
)
STATEMENT = "{p: 1, quote: Ewa Lis said, key: lis, speaker: ewa-lis, form: indirect, gist: g%s}"
FIGURE = (
    '{p: 1, quote: "nearly 1,200 dockers", number: "1,200", claim: c, measure: dockers, figure_kind: count, '
    "accumulation: stock%s}"
)
EVENT = "{p: 1, quote: had left, event: gdynia-dock-strike-2021, status: happened, gist: g%s}"
DATE = "{p: 1, quote: on Monday, edtf: 2021-03-01, rule: date-printed%s}"


@pytest.fixture(scope="module")
def resolver(tmp_path_factory: pytest.TempPathFactory) -> Resolver:
    """A resolver with the invented authorities, in which two bodies have one name."""
    seeds = invented.make(tmp_path_factory.mktemp("resolve"))
    seeds.write(
        "authorities/parties.yaml",
        invented.PARTIES
        + "- {id: port-of-gdynia, kind: organisation, name: Harbour, naming: named, organisation_kind: company}\n"
        + "- {id: port-of-sopot, kind: organisation, name: Harbour, naming: named, organisation_kind: company}\n",
    )
    conductor = seeds.conductor()
    return Resolver(conductor.authorities, conductor._resolver.number_words)


def resolved(resolver: Resolver, text: str, *more: str) -> Reading:
    """The reading of the invented paragraphs, and of some more, with an annotation."""
    document = invented.document(*PARAGRAPHS, *more)
    source: SourcedAnnotation = invented.annotation(text)
    return resolver.resolve(document, source, prove(source, document))


def refusal(resolver: Resolver, text: str, *more: str) -> InputError:
    """The error with which an annotation is refused; it names the file."""
    with pytest.raises(InputError) as caught:
        resolved(resolver, text, *more)
    assert caught.value.file == Path("port.yaml")
    return caught.value


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("statements: [" + STATEMENT.replace("ewa-lis", "nobody") % "" + "]", "party"),
        ("statements: [" + STATEMENT % ", via: nobody" + "]", "party"),
        ("statements: [" + STATEMENT % ", addressee: nobody" + "]", "party"),
        ("statements: [" + STATEMENT % ", place: nobody" + "]", "place"),
        ("statements: [" + STATEMENT % ", proposition: nobody, stance: supports" + "]", "proposition"),
        ("figures: [" + FIGURE.replace("measure: dockers", "measure: nobody") % "" + "]", "measure"),
        ("figures: [" + FIGURE % ", subject: nobody" + "]", "party"),
        ("figures: [" + FIGURE % ", event: nobody" + "]", "event"),
        ("figures: [" + FIGURE % ", places: {in: [gdynia, nobody]}" + "]", "place"),
        ("events: [" + EVENT.replace("gdynia-dock-strike-2021", "nobody") % "" + "]", "event"),
        ("events: [" + EVENT % ", places: {at: [nobody]}" + "]", "place"),
        ("events: [" + EVENT % ", participants: {agent: [nobody]}" + "]", "party"),
        ("event_relations: [{p: 1, event: nobody, relation: before, other: gdynia-dock-vote-2021}]", "event"),
        ("event_relations: [{p: 1, event: gdynia-dock-vote-2021, relation: before, other: nobody}]", "event"),
        ("attributes: [{p: 1, person: nobody, kind: office, value: v}]", "person"),
        ("attributes: [{p: 1, person: ewa-lis, kind: office, value: v, party: nobody}]", "party"),
        ("attributes: [{p: 1, person: ewa-lis, kind: office, value: v, place: nobody}]", "place"),
        ("mentions: [{p: 1, quote: dockers, party: nobody}]", "party"),
        ("mentions: [{p: 1, quote: dockers, place: nobody}]", "place"),
        ("dates: [" + DATE.replace("date-printed", "nobody") % "" + "]", "rule"),
    ],
)
def test_an_id_that_no_authority_knows_is_refused(resolver: Resolver, entry: str, kind: str) -> None:
    """Wherever an id stands, one that is not in its authority is told, with what it should be and its line."""
    error = refusal(resolver, f"\n\n{entry}")
    assert "'nobody' is not " in error.message
    assert kind in error.message
    assert error.line == 7


@pytest.mark.parametrize("party", ["baltica", "dockers-of-gdynia"])
def test_a_person_is_a_person(resolver: Resolver, party: str) -> None:
    """What is said of a person cannot be said of a body or a group."""
    error = refusal(resolver, f"attributes: [{{p: 1, person: {party}, kind: office, value: v}}]")
    assert f"'{party}' is not " in error.message
    assert "person" in error.message


@pytest.mark.parametrize(
    ("reference", "edtf"),
    [
        ("on Monday", "2021-03-01"),
        ("first", "2021-03-01"),
        ("On Monday", "2021-03-08"),
        ("Tuesday", "2021-03-09"),
        ("{edtf: 2021-05, basis: inferred, reasoning: r}", "2021-05"),
    ],
)
def test_a_date_is_meant_by_key_or_words(resolver: Resolver, reference: str, edtf: str) -> None:
    """A field refers to a time expression by its key or its very words, or gives a date with its reasons."""
    reading = resolved(
        resolver,
        f"dates:\n- {DATE % ', key: first'}\n"
        "- {p: 2, quote: On Monday, edtf: 2021-03-08, rule: date-printed}\n"
        "- {p: 2, quote: Tuesday, nth: 1, edtf: 2021-03-09, rule: date-printed}\n"
        f"events: [{EVENT % f', date: {reference}'}]",
    )
    assert reading.date_of["events", 0, "date"].edtf == edtf


def test_a_date_in_the_same_paragraph_is_meant_first(resolver: Resolver) -> None:
    """Where several paragraphs print the same words, those of the fact's own paragraph are meant."""
    reading = resolved(
        resolver,
        f"dates:\n- {DATE % ''}\n- {{p: 3, quote: on Monday, edtf: 2021-03-15, rule: date-printed}}\n"
        f"events: [{EVENT % ', date: on Monday'}, {{p: 3, quote: They came, event: gdynia-dock-vote-2021,"
        " status: happened, gist: g, date: on Monday}]",
        "They came on Monday.",
    )
    assert [reading.date_of["events", i, "date"].edtf for i in (0, 1)] == ["2021-03-01", "2021-03-15"]


def test_a_date_keeps_days_precision_words_and_basis(resolver: Resolver) -> None:
    """A date has its days and its precision; an external rule says how it is known, a plain one need not."""
    reading = resolved(
        resolver,
        "dates:\n- {p: 1, quote: on Monday, edtf: 2021-03, rule: calendar}\n"
        "- {p: 2, quote: On Monday, edtf: 2021-03-08/.., rule: date-printed}\n"
        "- {p: 2, quote: Tuesday, nth: 1, rule: undated, evidence: {date: {basis: not_stated, reasoning: r}}}",
    )
    first, second = reading.date_of["dates", 0], reading.date_of["dates", 1]
    assert (first.earliest, first.latest, first.precision) == ("2021-03-01", "2021-03-31", "month")
    assert first.span == Span(1, 13, 22)
    assert first.basis is not None
    assert (first.basis.basis, first.basis.source) == ("external", "a calendar")
    assert second == KnownDate("2021-03-08/..", "2021-03-08", None, "open", Span(2, 0, 9))
    assert ("dates", 2) not in reading.date_of


@pytest.mark.parametrize(
    ("dates", "field", "told"),
    [
        (f"[{DATE % ''}]", ", date: on Tuesday", "'on Tuesday' is neither the key nor the words"),
        ("[]", ", date: on Monday", "'on Monday' is neither the key nor the words"),
        (
            "[{p: 2, quote: Tuesday, nth: 1, edtf: 2021, rule: date-printed},"
            " {p: 2, quote: Tuesday, nth: 2, edtf: 2022, rule: date-printed}]",
            ", date: Tuesday",
            "'Tuesday' is the words of 2 dates; give one a key",
        ),
        (
            "[{p: 1, quote: on Monday, rule: undated, evidence: {date: {basis: not_stated, reasoning: r}}}]",
            ", date: on Monday",
            "'on Monday' is neither the key nor the words of an entry of dates that has an edtf",
        ),
        ("[{p: 1, quote: on Monday, rule: undated}]", "", "a date without edtf needs evidence"),
        (
            "[{p: 1, quote: on Monday, rule: undated, evidence: {date: {basis: inferred, reasoning: r}}}]",
            "",
            "a date without edtf needs evidence",
        ),
        (
            "[{p: 1, quote: on Monday, edtf: 2021-03-01, rule: weekday-before-publication}]",
            "",
            "rule 'weekday-before-publication' infers: say why",
        ),
    ],
)
def test_a_date_that_is_not_clear_is_refused(resolver: Resolver, dates: str, field: str, told: str) -> None:
    """Unknown words, words of two dates, a date without days or without its reasons are told by line."""
    error = refusal(resolver, f"dates: {dates}\nevents:\n- {EVENT % field}")
    assert told in error.message
    assert error.line == (7 if field else 5)


@pytest.mark.parametrize(
    "edtf", ["2021-02-30", "2021-13", "March 2021", "2021/03/01", "2021-03-02/2021-03-01", "0"]
)
@pytest.mark.parametrize(
    "entry",
    [
        "dates: [{p: 1, quote: on Monday, edtf: %s, rule: date-printed}]",
        "events: [" + EVENT % ", date: {edtf: %s, basis: inferred, reasoning: r}" + "]",
    ],
)
def test_an_impossible_date_is_refused(resolver: Resolver, entry: str, edtf: str) -> None:
    """A day that no calendar has, a date of another form, and an interval that ends before it begins are refused."""
    error = refusal(resolver, f"\n{entry % edtf}")
    assert edtf in error.message
    assert error.line == 6


def test_ids_are_of_article_paragraph_and_offset(resolver: Resolver) -> None:
    """A statement's or figure's id is of its place, with a letter only where two share it; keys lead to the ids."""
    reading = resolved(
        resolver,
        f"statements:\n- {STATEMENT % ''}\n- {{p: 2, quote: Lis told, key: two, form: authorial, gist: g}}\n"
        "- {p: 1, quote: Ewa, key: three, form: authorial, gist: h}\n"
        f"figures:\n- {FIGURE % ', key: all'}\n",
    )
    assert list(reading.statement_ids) == ["port-p1-0-a", "port-p2-23", "port-p1-0-b"]
    assert dict(reading.statement_by_key) == {
        "lis": "port-p1-0-a",
        "two": "port-p2-23",
        "three": "port-p1-0-b",
    }
    assert dict(reading.figure_by_key) == {"all": "port-p1-28"}


def test_more_than_a_letter_of_facts_may_share_a_place(resolver: Resolver) -> None:
    """Twenty-seven statements that rest on one paragraph have twenty-seven ids."""
    entries = "".join(f"- {{p: 1, key: k{i}, form: authorial, gist: g}}\n" for i in range(27))
    assert len(set(resolved(resolver, f"statements:\n{entries}").statement_ids)) == 27


def test_a_key_stands_once(resolver: Resolver) -> None:
    """Two statements or two figures of one key are refused; a statement and a figure may share theirs."""
    twice = f"- {STATEMENT % ''}\n- {{p: 1, key: lis, form: authorial, gist: g}}"
    error = refusal(resolver, f"statements:\n{twice}")
    assert "the key 'lis' stands twice in statements" in error.message
    assert error.line == 7
    assert resolved(resolver, f"statements: [{STATEMENT % ''}]\nfigures: [{FIGURE % ', key: lis'}]")


@pytest.mark.parametrize(
    "entry",
    [
        "figures: [" + FIGURE % ", statement: nobody" + "]",
        "figures: [" + FIGURE % ", base: nobody" + "]",
        "figures: [" + FIGURE % ", relations: [{relation: subset_of, figure: nobody}]" + "]",
        "events: [" + EVENT % ", statement: nobody" + "]",
        "attributes: [{p: 1, person: ewa-lis, kind: age, value: v, figure: nobody}]",
        "attributes: [{p: 1, person: ewa-lis, kind: age, value: v, statement: nobody}]",
    ],
)
def test_a_key_that_stands_nowhere_is_refused(resolver: Resolver, entry: str) -> None:
    """A reference to a statement or figure that the annotation does not have is told by its line."""
    error = refusal(resolver, f"\n{entry}")
    assert "'nobody'" in error.message
    assert error.line == 6


@pytest.mark.parametrize("entry", [STATEMENT, FIGURE, EVENT, DATE])
def test_evidence_of_an_unknown_column_is_refused(resolver: Resolver, entry: str) -> None:
    """Evidence for a column that the row does not have is told by its line."""
    section = {STATEMENT: "statements", FIGURE: "figures", EVENT: "events", DATE: "dates"}[entry]
    evidence = ", evidence: {colour: {basis: inferred, reasoning: r}}"
    assert refusal(resolver, f"\n{section}: [{entry % evidence}]").line == 6


def test_a_number_is_read_by_its_rule(resolver: Resolver) -> None:
    """The number of a figure stands in its quote and is read as a value or as bounds."""
    share = "{p: 2, quote: a third of them, number: a third, claim: c, measure: dockers, figure_kind: count,"
    reading = resolved(resolver, f"figures:\n- {FIGURE % ''}\n- {share} accumulation: stock}}")
    assert list(reading.number_of) == [
        ReadNumber("thousands-comma", 1200),
        ReadNumber("fraction-word", 1 / 3),
    ]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ('"1,300"', "the number '1,300' does not stand in the quote"),
        ('"1200"', "the number '1200' does not stand in the quote"),
        ('"Nearly"', "the number 'Nearly' does not stand in the quote"),
        ("nearly", "no rule reads 'nearly' as a number"),
        ("dockers", "no rule reads 'dockers' as a number"),
    ],
)
def test_a_number_that_is_not_in_the_quote_is_refused(resolver: Resolver, number: str, told: str) -> None:
    """A number that the quote does not print, or that no rule reads, is told by its line."""
    error = refusal(resolver, "\nfigures:\n- " + FIGURE.replace('"1,200",', f"{number},") % "")
    assert told in error.message
    assert error.line == 7


@pytest.mark.parametrize("number", ["200", "1", "20"])
def test_a_part_of_a_number_is_not_the_number(resolver: Resolver, number: str) -> None:
    """“200” does not stand in “nearly 1,200 dockers”: a figure must have the whole number that is printed."""
    refusal(resolver, "figures:\n- " + FIGURE.replace('"1,200",', f'"{number}",') % "")


def test_two_meanings_of_a_name_are_told(resolver: Resolver) -> None:
    """A name that two parties share is refused until the annotation says whom it means, or that it means neither."""
    error = refusal(resolver, "mentions: []", "The Harbour is shut.")
    assert (
        "“Harbour” in paragraph 3 may be port-of-gdynia or port-of-sopot; say which in mentions"
        in error.message
    )
    said = resolved(
        resolver, "mentions: [{p: 3, quote: Harbour, party: port-of-sopot}]", "The Harbour is shut."
    )
    assert [m.party for m in said.mentions if m.span.paragraph == 3] == ["port-of-sopot"]
    denied = resolved(resolver, "not_mentions: [{p: 3, quote: Harbour, reason: r}]", "The Harbour is shut.")
    assert [m for m in denied.mentions if m.span.paragraph == 3] == []


def test_an_annotation_adds_to_and_takes_from_what_was_found(resolver: Resolver) -> None:
    """Names are found by themselves; the annotation adds descriptions, corrects readings and denies names."""
    reading = resolved(
        resolver,
        "mentions:\n- {p: 1, quote: dockers, party: dockers-of-gdynia, form: description}\n"
        "- {p: 2, quote: Polish, place: poland, form: demonym, reading: comparison, reason: r}\n"
        "not_mentions: [{p: 1, quote: Gdynia, reason: a ship}]",
    )
    shown = [
        (m.span.paragraph, m.span.start, m.party or m.place, m.form, m.reading) for m in reading.mentions
    ]
    assert shown == [
        (1, 0, "ewa-lis", "name", "literal"),
        (1, 41, "dockers-of-gdynia", "description", "literal"),
        (2, 23, "ewa-lis", "name", "literal"),
        (2, 32, "radio-port", "name", "literal"),
        (2, 69, "poland", "demonym", "comparison"),
    ]
