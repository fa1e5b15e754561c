"""Promises of lexicon.py: what a sentence prints that must not change is found."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from loaders import paths, yaml_source
from loaders.errors import InputError
from loaders.lexicon import LEXICON_FILE, Capitals, Lexicon, is_headline, items, read_lexicon, words_of
from schema.vocabularies import COMPARATORS


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The project's own list of number words."""
    return read_lexicon()


def found(lexicon: Lexicon, text: str, kind: str, names: str = "") -> list[str]:
    """The items of one kind, where `names` are known inside other sentences."""
    return [key for k, key in items(text, lexicon, Capitals(frozenset(names.split()))) if k == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In all 318,000 or 9,7 million went.", ["318,000", "9,7", "million"]),
        ("He got 6 1/2 years, 3½ of them hard.", ["6 1/2", "3½"]),
        ("Then 70% and one-third left.", ["70%", "one", "third"]),
        ("Ages 18-27 count twice.", ["18", "27", "twice"]),
        ("Tens of thousands fled; hundreds stayed.", ["tens of thousands", "hundreds"]),
        ("A quarter of many rose sixfold.", ["quarter", "many", "sixfold"]),
        ("On Nov. 7, 50,000 stood there in 2019.", ["50,000"]),
        ("Tidende4 min of reading, by T34", ["4"]),
    ],
)
def test_numbers_stand_as_printed(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    """Digits, number words, fractions, shares and vague words are numbers; days and years are not."""
    assert found(lexicon, text, "number") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Sep. 21 and 3 May 2021", ["September 21", "May 3", "2021"]),
        ("in late September or last month", ["late September", "last month"]),
        (
            "May they come on Monday, this spring or early next year?",
            ["monday", "this spring", "early next year"],
        ),
        ("March 5 was cold; in March it may snow.", ["March 5", "March"]),
        ("yesterday, 2,019 men, the last two weeks", ["yesterday"]),
        ("in Monday\u2019s papers, with last week's snow", ["monday", "last week"]),
    ],
)
def test_dates_keep_their_printed_precision(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    """Days, months, years, weekdays, seasons and relative times are dates; `may` and bare counts are not."""
    assert found(lexicon, text, "date") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nearly 9,000, some of them over 50", ["nearly", "more_than"]),
        ("some 500 men hung over the rail", ["about"]),
        ("more than a third, up from about 5", ["more_than", "up_from", "about"]),
        ("no more than ten since May, since they left", ["up_to", "since"]),
        ("within three months, between 2 and 4 per day", ["within", "range", "per_day"]),
        ("all but one, as per the rule", ["all_but"]),
        ("in May alone", ["alone"]),
    ],
)
def test_comparators_are_told_by_class(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    """A comparator is read as its class; a word with other meanings counts only before a number or date."""
    assert found(lexicon, text, "comparator") == expected


@pytest.mark.parametrize("apostrophe", ["'", "\u2019"])
def test_negations_and_contractions(lexicon: Lexicon, apostrophe: str) -> None:
    """Contractions are `not`, whichever apostrophe is printed; phrases and prefixes of denial count."""
    text = f"They didn{apostrophe}t go, cannot stay, have yet to say why; no one, non-voters too, is without."
    assert found(lexicon, text, "negation") == ["not", "not", "yet to", "nobody", "non", "without"]


def test_names_are_capitalised_words_without_possessive(lexicon: Lexicon) -> None:
    """Names count word by word, months, weekdays and `I` not; hyphens part them; a footnote mark is kept."""
    text = "Then I met Ola*, Norway\u2019s envoy, on Monday at the Russia-Norway border, said Havn.no."
    assert found(lexicon, text, "name") == ["Ola", "*", "Norway", "Russia", "Norway", "Havn.no"]


def test_a_first_word_is_a_name_only_if_it_is_known_or_no_ordinary_word(lexicon: Lexicon) -> None:
    """The capital of a first word, or of one after an opening quotation mark, is not taken for a name."""
    assert found(lexicon, "Having left, he said “We go.”", "name") == []
    assert found(lexicon, "Spring came late.", "name") == []
    assert found(lexicon, "Berg left.", "name") == ["Berg"]
    assert found(lexicon, "Reading is dull.", "name", names="Reading") == ["Reading"]
    assert [k for k, _ in items("Sailors left.", lexicon, Capitals(ordinary=frozenset({"sailors"})))] == []


def test_in_a_headline_only_what_is_no_ordinary_word_is_a_name(lexicon: Lexicon) -> None:
    """A headline capitalises its words, so there a capital tells a name only where the word is no ordinary one."""
    headline = "Ships Stuck In Ice Near Gdynia, Says Mayor"
    assert is_headline(headline)
    assert not is_headline("Ships lie in the ice near Gdynia")
    assert not is_headline("1 2")
    ordinary = Capitals(ordinary=frozenset({"ships", "stuck", "ice", "near", "says", "mayor"}))
    assert items(headline, lexicon, ordinary, is_headline=True) == [("name", "Gdynia")]
    assert ("name", "Ice") in items(headline, lexicon, ordinary)


def test_words_come_out_with_straight_apostrophes() -> None:
    """Words are compared whichever apostrophe is printed."""
    assert words_of("Ola\u2019s 3 boats") == ["Ola's", "boats"]


def test_the_list_of_number_words_is_whole(lexicon: Lexicon) -> None:
    """Each class of comparator has a phrase, but for one that needs none, and each phrase can be found."""
    classes = {
        entry.key for entries in lexicon.phrases.values() for entry in entries if entry.kind == "comparator"
    }
    assert set(COMPARATORS) - classes == {"vague"}
    assert max(map(len, lexicon.phrases)) <= 4
    assert {e.where for es in lexicon.phrases.values() for e in es} == {
        "always",
        "before_number",
        "before_date",
    }


def test_each_number_word_has_a_value_or_bounds_read_by_a_named_rule() -> None:
    """A word with one value gives it; a vague word names its rule, and its bounds are in order."""
    source, _ = yaml_source.read(LEXICON_FILE)
    rules = {row["id"] for row in yaml_source.read(paths.SEEDS / paths.AUTHORITIES / "rules.yaml")[0]}
    for section in ("cardinals", "scales", "ordinals", "fractions", "multiples"):
        assert all(Fraction(row["value"]) >= 0 for row in source[section])
    for row in source["vague"]:
        assert row["rule"] in rules
        assert (row["low"] is None) == (row["high"] is None) == (row["rule"] == "no-bounds")
        assert row["low"] is None or Fraction(row["low"]) <= Fraction(row["high"])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("class: all_but}", "class: allbut}", "'allbut' is no class of comparator"),
        ("openers: [", "opening: [", "openers"),
    ],
)
def test_a_damaged_list_is_refused_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    """A class that does not exist or a section that is missing is told with the file."""
    file = tmp_path / "words.yaml"
    file.write_text(LEXICON_FILE.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=told) as refusal:
        read_lexicon(file)
    assert refusal.value.file == file
