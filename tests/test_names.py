"""Promises of names.py: the names that the authorities know are found where they stand, and mean one thing."""

from __future__ import annotations

import unicodedata

import invented
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import authorities
from loaders.errors import InputError
from loaders.identifiers import name_key
from loaders.names import SILENT_ROLES, NameIndex, find_names
from schema.vocabularies import PARAGRAPH_ROLES

PARTIES = """\
- {id: union, kind: organisation, name: Union of Gdynia Dockers, naming: named, organisation_kind: association}
- {id: old-union, kind: organisation, name: Union, naming: named, organisation_kind: association}
- {id: gate, kind: organisation, name: guard of Gdynia, naming: described, organisation_kind: association}
- {id: masked-man, kind: person, name: Olek, name_status: pseudonym, only_in: port}
- {id: oneil, kind: person, name: Sinéad O’Neil, name_status: real, names: [{name: O'Neil, kind: surname}]}
- {id: ola-berg, kind: person, name: Ola Berg, name_status: real, names: [{name: Ola, kind: given_name}]}
"""
PLACES = """\
- {id: harbour, name: Port of Gdynia, kind: landmark, parent: gdynia}
- {id: republic, name: Republic of Poland, kind: country, names: [{name: Polish Republic, kind: variant}]}
- {id: quay, name: Quay Nine, kind: landmark, found_by_name: false}
- {id: us, name: "U.S.", kind: country}
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> NameIndex:
    """The names of the invented authorities, and of a few that are harder to tell apart."""
    seeds = invented.make(tmp_path_factory.mktemp("names"))
    seeds.write("authorities/parties.yaml", invented.PARTIES + PARTIES)
    seeds.write("authorities/places.yaml", invented.PLACES + PLACES)
    return NameIndex(authorities.load(seeds.folder / "authorities"))


def found(index: NameIndex, *paragraphs: str, article: str = "port", role: str | None = None) -> list[str]:
    """What was found: words and meaning, and form and reading unless it is plainly a name."""
    document = invented.document(*paragraphs, article=article, role=role)
    shown = []
    for mention in find_names(document, index):
        span = mention.span
        words = document.paragraphs[span.paragraph - 1].text[span.start : span.end]
        extra = [word for word in (mention.form, mention.reading) if word not in {"name", "literal"}]
        shown.append(" ".join([f"{words}={mention.party or mention.place}", *extra]))
    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ewa Lis came to Gdynia, Poland.", ["Ewa Lis=ewa-lis", "Gdynia=gdynia", "Poland=poland"]),
        (
            "Gdynia’s port; Poland's ports; Baltica-owned",
            ["Gdynia=gdynia", "Poland=poland", "Baltica=baltica"],
        ),
        ("“Gdynia” (Gdynia)", ["Gdynia=gdynia", "Gdynia=gdynia"]),
        ("Port Radio said", ["Port Radio=radio-port"]),
        ("gdynia, GDYNIA, Gdynian, SuperGdynia, Gdynia_2", []),
        ("Ewa\u00a0Lis, Ewa  Lis, Ewa-Lis, Ewa. Lis", []),
        ("Polish dockers, two Poles, and Polishing", ["Polish=poland demonym", "Poles=poland demonym"]),
        ("Quay Nine is closed", []),
        ("Ewa", []),
    ],
)
def test_names_are_found_as_whole_words(index: NameIndex, text: str, expected: list[str]) -> None:
    """A name counts letter for letter between word boundaries, also in a possessive; a demonym means its place."""
    assert found(index, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Union of Gdynia Dockers met.", ["Union of Gdynia Dockers=union", "Gdynia=gdynia embedded"]),
        ("The Union met.", ["Union=old-union"]),
        ("Port of Gdynia", ["Port of Gdynia=harbour", "Gdynia=gdynia embedded"]),
        ("Republic of Poland", ["Republic of Poland=republic", "Poland=poland embedded"]),
        ("Polish Republic", ["Polish Republic=republic", "Polish=poland demonym embedded"]),
        ("the guard of Gdynia", ["guard of Gdynia=gate description", "Gdynia=gdynia"]),
        ("dockers of Gdynia", ["dockers of Gdynia=dockers-of-gdynia description", "Gdynia=gdynia"]),
    ],
)
def test_the_longest_name_wins(index: NameIndex, text: str, expected: list[str]) -> None:
    """A party's name inside a longer one means nothing; a place's is embedded in a name, but not in a description."""
    assert found(index, text) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["Lis spoke."], []),
        (["Ewa Lis spoke.", "Lis left."], ["Ewa Lis=ewa-lis", "Lis=ewa-lis"]),
        (["Lis spoke.", "It was Ewa Lis."], ["Lis=ewa-lis", "Ewa Lis=ewa-lis"]),
        (["Ewa Lis met Wrona."], ["Ewa Lis=ewa-lis"]),
        (["Ola came."], []),
        (["Ola Berg came; Ola left."], ["Ola Berg=ola-berg", "Ola=ola-berg"]),
    ],
)
def test_a_part_of_a_name_needs_the_whole(
    index: NameIndex, paragraphs: list[str], expected: list[str]
) -> None:
    """A surname or first name alone counts only where the document also gives the full name."""
    assert found(index, *paragraphs) == expected


def test_a_full_name_in_a_silent_paragraph_does_not_count(index: NameIndex) -> None:
    """A surname is not explained by a full name that stands in another story's teaser."""
    document = invented.document("Lis spoke.", "Ewa Lis wins", role="body")
    silenced = type(document)(
        document.document,
        (
            document.paragraphs[0],
            type(document.paragraphs[1])(2, "teaser", 1, "Ewa Lis wins", 2),
        ),
    )
    assert find_names(silenced, index) == []


def test_a_mention_says_why(index: NameIndex) -> None:
    """Each decision keeps a score and a reason that a person understands."""
    document = invented.document("Ewa Lis of the Union of Gdynia Dockers spoke Polish.", "Lis left.")
    told = [(mention.score, mention.reason) for mention in find_names(document, index)]
    assert told == [
        (1.0, "a name of Ewa Lis in the authorities"),
        (1.0, "a name of Union of Gdynia Dockers in the authorities"),
        (1.0, "a name of Gdynia in the authorities; inside the name Union of Gdynia Dockers"),
        (1.0, "demonym of Poland"),
        (0.95, "surname of Ewa Lis, named in full in paragraph 1"),
    ]


def test_a_name_of_one_article_means_nothing_elsewhere(index: NameIndex) -> None:
    """A pseudonym is a person only in the article that gives it."""
    assert found(index, "Olek fled.", article="port") == ["Olek=masked-man"]
    assert found(index, "Olek fled.", article="other-port") == []


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘"])
def test_apostrophes_are_alike(index: NameIndex, apostrophe: str) -> None:
    """A name is found whichever apostrophe the authorities and the article print."""
    text = f"Sinéad O{apostrophe}Neil spoke. O{apostrophe}Neil{apostrophe}s boat left."
    assert found(index, text) == [f"Sinéad O{apostrophe}Neil=oneil", f"O{apostrophe}Neil=oneil"]


@pytest.mark.parametrize("role", [None, *PARAGRAPH_ROLES])
def test_silent_roles_name_nobody(index: NameIndex, role: str | None) -> None:
    """Teasers, notices, credits and furniture are of other stories or of the site; names in them are passed over."""
    assert found(index, "Gdynia", role=role) == ([] if role in SILENT_ROLES else ["Gdynia=gdynia"])
    assert set(PARAGRAPH_ROLES) > SILENT_ROLES


def test_a_name_may_end_in_a_stop(index: NameIndex) -> None:
    """Names such as U.S. are found."""
    assert found(index, "The U.S. dockers came.") == ["U.S.=us"]


def test_composition_does_not_matter(index: NameIndex) -> None:
    """A name is found whether its accents are composed with their letters or follow them."""
    assert found(index, unicodedata.normalize("NFD", "Sinéad O'Neil spoke.")) != []


def test_a_name_without_letters_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An entry of the authorities whose name is all signs could never be found, so it is told by its line."""
    seeds = invented.make(tmp_path_factory.mktemp("signs"))
    seeds.replace("authorities/parties.yaml", "{name: Lis, kind: surname}", '{name: "***", kind: short}')
    with pytest.raises(InputError, match="no letter"):
        authorities.load(seeds.folder / "authorities")


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Ewa", "Lis", "Gdynia", "Polish", "Union", "of", "Dockers", "’s", "-", "."]),
        max_size=9,
    )
)
def test_every_mention_is_a_name_that_stands_there(index: NameIndex, words: list[str]) -> None:
    """In any sequence of words, each mention is of words that stand there, in order, never twice for one meaning."""
    text = " ".join(words)
    mentions = find_names(invented.document(text), index)
    keys = [(mention.span, mention.party, mention.place) for mention in mentions]
    assert len(set(keys)) == len(keys)
    starts = [mention.span.start for mention in mentions]
    assert starts == sorted(starts)
    assert all((mention.party is None) != (mention.place is None) for mention in mentions)
    assert all(
        text[m.span.start : m.span.end].strip() == text[m.span.start : m.span.end] != "" for m in mentions
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ewa Lis", "ewa  lis "),
        ("O’Neil", "O'Neil"),
        ("Sinéad", "Sine\u0301ad"),
        ("Port\u200bRadio", "PortRadio"),
        ("\u202eBaltica", "Baltica"),
        ("Straße", "STRASSE"),
        ("Ewa\u00a0Lis", "Ewa Lis"),
    ],
)
def test_names_that_look_alike_have_one_key(one: str, other: str) -> None:
    """Case, spaces, apostrophes, composition and invisible characters do not make another name."""
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Lis", "Lys"), ("Ewa Lis", "EwaLis"), ("Łódź", "Lodz"), ("a", "а")]
)
def test_other_letters_are_other_names(one: str, other: str) -> None:
    """Another letter is another name, an accent and a look-alike of another script too."""
    assert name_key(one) != name_key(other)
