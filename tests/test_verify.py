"""A digest is proved against its original both ways; every kind of damage is found at its place.

The originals here are invented; one test proves the bundled digests for whoever holds theirs.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from loaders.errors import InputError
from loaders.verify import Finding, Quotation, quotations, verify_folder

ORIGINAL = """\
Harbour Workers Walk Out

By Nils Berg

Nearly 1,200 dockers stopped work in Gdynia on March 1, union leader Ewa Lis said.
\u00a0
“We will not go back before spring, and nobody can make us,” Lis told Radio Port. The port's owner, Baltica, \
has lost at least 2,5 million zlotys since Feb. 26. A third of its ships could not sail.

Gdynia\u2019s mayor didn't speak to Lis. Thousands of people cheered in 2021.
"""
DIGEST = [
    "[1 title] Harbour Workers Walk Out",
    "[2 byline] By Nils Berg",
    "[3 lead] In Gdynia, nearly 1,200 dockers left work on March 1, according to Ewa Lis, a union leader.",
    "[4 body] Lis told Radio Port that before spring they would “not go back”; nobody could force them to. "
    "Since Feb. 26, Baltica, which owns the port, has seen losses of at least 2,5 million zlotys. "
    "Of its ships, a third could not put to sea.",
    "[5 body] The mayor of Gdynia did not talk with Lis. In 2021 there were cheers from thousands of people.",
]


def make(folder: Path, digest: list[str], original: str = ORIGINAL, left_out: str = "") -> Path:
    """Write an original and a digest of it with the right hashes, and return the digest's file."""
    (folder / "texts").mkdir(exist_ok=True)
    data = original.encode()
    (folder / "texts" / "port.txt").write_bytes(data)
    lines = [line.strip() for line in original.split("\n") if line.strip()]
    front = ["---", "id: port", "language: en", "original:", "  file: port.txt"]
    front += [f"  sha256: {hashlib.sha256(data).hexdigest()}", "  paragraphs:"]
    front += [
        f"    - {{words: {len(x.split())}, sha256: {hashlib.sha256(x.encode()).hexdigest()}}}" for x in lines
    ]
    front += [f"  left_out: [{left_out}]", "---"]
    file = folder / "port.md"
    file.write_text("\n".join([*front, "\n\n".join(digest), ""]), encoding="utf-8")
    return file


def proved(file: Path) -> list[Finding]:
    """Prove the digest against the originals beside it."""
    return verify_folder([file], file.parent / "texts")


def damaged(folder: Path, old: str, new: str) -> list[Finding]:
    """Prove a digest in which one passage, found at one place, was changed."""
    whole = "\n".join(DIGEST)
    assert whole.count(old) == 1
    return proved(make(folder, whole.replace(old, new).split("\n")))


def test_a_good_pair_passes(tmp_path: Path) -> None:
    """A digest that keeps every number, name, date, comparator, negation and quotation is proved."""
    assert proved(make(tmp_path, DIGEST)) == []


@pytest.mark.parametrize(
    ("old", "new", "paragraph", "told"),
    [
        pytest.param("1,200", "1,300", 3, ("'1,300'", "'1,200'"), id="a digit changed"),
        pytest.param("2,5 million", "2,5 billion", 4, ("'billion'", "'million'"), id="a number word changed"),
        pytest.param("a third", "a half", 4, ("'half'", "'third'"), id="a fraction changed"),
        pytest.param("nearly 1,200 dockers", "dockers, nearly all,", 3, ("'1,200'",), id="a number dropped"),
        pytest.param("thousands of people", "many people", 5, ("'many'", "'thousands'"), id="a vague word"),
        pytest.param("Ewa Lis", "Ewa Lys", 3, ("'Lys'", "'Lis'"), id="a name changed"),
        pytest.param("Baltica, which owns", "a firm that owns", 4, ("'Baltica'",), id="a name dropped"),
        pytest.param("Of its ships", "Of its Polish ships", 4, ("'Polish'",), id="a name added"),
        pytest.param("did not talk", "did talk", 5, ("'not'", "missing"), id="a negation removed"),
        pytest.param("nobody could", "anybody could", 4, ("'nobody'",), id="another negation removed"),
        pytest.param("were cheers", "were no cheers", 5, ("'no'", "stands here"), id="a negation added"),
        pytest.param("nearly", "more than", 3, ("'more_than'", "'nearly'"), id="a comparator changed"),
        pytest.param("at least 2,5", "2,5", 4, ("'at_least'",), id="a comparator dropped"),
        pytest.param("on March 1", "on March 2", 3, ("'March 2'", "'March 1'"), id="a date moved"),
        pytest.param("Since Feb. 26", "By Feb. 26", 4, ("'since'", "'until'"), id="the side of a date"),
        pytest.param("In 2021", "In 2022", 5, ("'2022'", "'2021'"), id="a year moved"),
        pytest.param("before spring", "before summer", 4, ("'summer'", "'spring'"), id="a season moved"),
        pytest.param("“not go back”", "“not turn back”", 4, ("“not turn back”",), id="a quotation altered"),
        pytest.param("“not go back”", "not go back", 4, ("“We will not go …”",), id="a quotation unmarked"),
        pytest.param("talk with Lis", "“talk with” Lis", 5, ("“talk with”",), id="a quotation invented"),
        pytest.param(" Of its ships, a third could not put to sea.", "", 4, ("2", "3"), id="a sentence"),
        pytest.param("with Lis.", "with Lis. Lis left.", 5, ("3", "2"), id="a sentence added"),
        pytest.param("Workers Walk", "Workers Run", 1, ("title",), id="a title changed"),
        pytest.param("Nils Berg", "Nils Borg", 2, ("byline",), id="a byline changed"),
    ],
)  # fmt: skip
def test_damage_to_a_digest_is_found_at_its_place(
    tmp_path: Path, old: str, new: str, paragraph: int, told: tuple[str, ...]
) -> None:
    """Each kind of damage is found and told with paragraph, line and what is wrong; nothing else is told."""
    findings = damaged(tmp_path, old, new)
    lines = (tmp_path / "port.md").read_text(encoding="utf-8").split("\n")
    assert {finding.paragraph for finding in findings} == {paragraph}
    assert all(lines[(finding.line or 0) - 1].startswith(f"[{paragraph} ") for finding in findings)
    assert all(word in " ".join(finding.message for finding in findings) for word in told)


def test_a_finding_reads_as_one_line_with_its_place(tmp_path: Path) -> None:
    """A finding prints as file, line, paragraph, sentence, what is wrong and the way out."""
    finding = damaged(tmp_path, "a third could", "they could")[0]
    assert str(finding) == (
        f"{tmp_path / 'port.md'}:21: paragraph 4: sentence 3: the original's number 'third' is missing; "
        "write it, or list it in left_out with a reason"
    )


def test_a_name_may_stand_for_a_pronoun_but_not_the_other_way_round(tmp_path: Path) -> None:
    """A digest may name what the original calls `it`, but where the original names, the digest does."""
    assert damaged(tmp_path, "Of its ships", "Of the ships of Baltica") != []
    assert (
        damaged(tmp_path, "The mayor of Gdynia did not talk with Lis", "Lis, said Lis: not Gdynia's mayor")
        == []
    )
    twice = ORIGINAL.replace("speak to Lis", "speak to Lis, so Lis left")
    assert [f.paragraph for f in proved(make(tmp_path, DIGEST, twice))] == [5]


def test_one_changed_byte_of_an_original_is_found(tmp_path: Path) -> None:
    """A byte changed in the original is found by the file's hash, and at its paragraph by the paragraph's."""
    file = make(tmp_path, DIGEST)
    original = tmp_path / "texts" / "port.txt"
    original.write_bytes(original.read_bytes().replace(b"cheered", b"sneered"))
    findings = proved(file)
    assert [finding.paragraph for finding in findings] == [None, 5]
    assert "not the file that was retold" in findings[0].message


def test_a_changed_byte_of_white_space_is_found(tmp_path: Path) -> None:
    """A byte that no paragraph shows still makes it another file."""
    file = make(tmp_path, DIGEST)
    original = tmp_path / "texts" / "port.txt"
    original.write_bytes(original.read_bytes() + b"\n")
    assert [finding.paragraph for finding in proved(file)] == [None]


def test_a_missing_original_is_told_with_the_way_out(tmp_path: Path) -> None:
    """A missing original is a finding that names the file and the folder."""
    file = make(tmp_path, DIGEST)
    (tmp_path / "texts" / "port.txt").unlink()
    (finding,) = proved(file)
    assert "port.txt" in finding.message
    assert str(tmp_path / "texts") in finding.message


def test_an_original_with_another_number_of_paragraphs_is_told(tmp_path: Path) -> None:
    """Paragraphs are not held against each other where their counts differ; all three counts are told."""
    file = make(tmp_path, DIGEST)
    original = tmp_path / "texts" / "port.txt"
    original.write_bytes(original.read_bytes() + b"\nOne more.\n")
    assert (
        "the original has 6 paragraphs, the front matter lists 5, the digest has 5"
        in proved(file)[-1].message
    )


@pytest.mark.parametrize("data", [b"\xff\xfe", b""])
def test_an_original_that_is_no_text_is_told(tmp_path: Path, data: bytes) -> None:
    """Bytes that are not UTF-8, and an empty file, are findings and not a failure of the program."""
    file = make(tmp_path, DIGEST)
    (tmp_path / "texts" / "port.txt").write_bytes(data)
    assert len(proved(file)) == 2


def test_wrong_word_count_and_hash_of_a_paragraph_are_told(tmp_path: Path) -> None:
    """What the front matter records of each paragraph is held against the original."""
    file = make(tmp_path, DIGEST)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("words: 3,", "words: 4,"), encoding="utf-8")
    assert [finding.paragraph for finding in proved(file)] == [2]
    digest_of_byline = hashlib.sha256(b"By Nils Berg").hexdigest()
    file.write_text(text.replace(digest_of_byline, "0" * 64), encoding="utf-8")
    assert [finding.paragraph for finding in proved(file)] == [2]


@pytest.mark.parametrize("name", ["../port.txt", "/etc/passwd", "..", "texts/port.txt"])
def test_an_original_is_looked_for_only_in_the_folder(tmp_path: Path, name: str) -> None:
    """A digest cannot point outside the folder of originals."""
    file = make(tmp_path, DIGEST)
    file.write_text(
        file.read_text(encoding="utf-8").replace("file: port.txt", f"file: {name}"), encoding="utf-8"
    )
    (finding,) = proved(file)
    assert "bare name" in finding.message


def test_what_is_left_out_with_a_reason_is_excused(tmp_path: Path) -> None:
    """A name or number listed in left_out of its paragraph may be missing, as often as it is listed."""
    digest = [line.replace("Of its ships, a third", "Of its ships, some part") for line in DIGEST]
    entry = "{p: 4, item: A third, reason: said elsewhere}"
    findings = proved(make(tmp_path, digest, left_out=entry))
    assert ["'some'" in finding.message for finding in findings] == [True]
    assert len(proved(make(tmp_path, digest, left_out=entry.replace("p: 4", "p: 5")))) == 3


def test_a_quotation_can_be_left_out_with_a_reason(tmp_path: Path) -> None:
    """Words between quotation marks in left_out excuse the quotation in which they stand."""
    digest = [line.replace("“not go back”", "not go back") for line in DIGEST]
    assert proved(make(tmp_path, digest, left_out="{p: 4, item: “We will not”, reason: too long}")) == []


@pytest.mark.parametrize("entry", ["{p: 5, item: Lis, reason: none}", "{p: 9, item: Lis, reason: none}"])
def test_an_idle_entry_of_left_out_is_told(tmp_path: Path, entry: str) -> None:
    """An entry of left_out that excuses nothing is a finding, so that the list stays true."""
    (finding,) = proved(make(tmp_path, DIGEST, left_out=entry))
    assert "left_out" in finding.message


def test_furniture_is_described_and_not_held_word_by_word(tmp_path: Path) -> None:
    """A line of furniture may be told in other words; its hash is still held."""
    original = "Harbour News\n\n0 Shares on Monday\n"
    assert proved(make(tmp_path, ["[1 title] Harbour News", "[2 furniture] a counter"], original)) == []


def test_apostrophes_and_quotation_marks_may_be_straight_or_curly(tmp_path: Path) -> None:
    """The form of an apostrophe or quotation mark is not damage."""
    digest = [line.replace("“", '"').replace("”", '"') for line in DIGEST]
    assert proved(make(tmp_path, digest, ORIGINAL.replace("didn't", "didn\u2019t"))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and “yes.”", (Quotation("no"), Quotation("yes."))),
        ("It is over.” So he said.", (Quotation("It is over.", opened=False),)),
        ("“It is over and", (Quotation("It is over and", closed=False),)),
        ('Say "no" now', (Quotation("no"),)),
        ("None here.", ()),
    ],
)
def test_quotations_cut_or_never_opened_are_still_quotations(
    text: str, expected: tuple[Quotation, ...]
) -> None:
    """A quotation that the text breaks off runs to the end, one that it never opens from the start."""
    assert quotations(text) == expected


@pytest.mark.parametrize(
    ("original", "digest", "is_proved"),
    [
        pytest.param("The sea is cold, so we wait.”", "Cold seas make for a wait, so we wait.”", True, id="kept"),
        pytest.param("The sea is cold, so we wait.”", "Cold seas mean that “we wait”.", False, id="opened"),
        pytest.param("The sea is cold, so we wait.”", "Cold seas make people wait.”", False, id="other end"),
        pytest.param("The sea is cold, so we wait.”", "Cold seas make for a wait.", False, id="unmarked"),
        pytest.param("“The sea is cold, so we wait and", "For cold seas “we wait and", True, id="cut off"),
        pytest.param("“The sea is cold, so we wait and", "For cold seas “we wait and”", False, id="closed"),
        pytest.param("“The sea is cold, so we wait and", "For cold seas “we wait", False, id="cut too early"),
        pytest.param("“The sea is cold, so we wait.”", "For cold seas “we wait.", False, id="left unclosed"),
        pytest.param("“The sea is cold, so we wait.”", "For cold seas, so we wait.”", False, id="left unopened"),
    ],
)  # fmt: skip
def test_a_quotation_left_unopened_or_unclosed_stays_so(
    tmp_path: Path, original: str, digest: str, is_proved: bool
) -> None:
    """A digest keeps the printed state of the marks, and the words at the mark that is printed."""
    assert (proved(make(tmp_path, [f"[1 body] {digest}"], original)) == []) is is_proved


@pytest.mark.parametrize(
    ("digest", "told"),
    [
        pytest.param("in May there is ice, the mayor of Gdynia says", [], id="retold"),
        pytest.param(
            "in May there is ice, the mayor of Danzig says", ["Danzig", "Gdynia"], id="a name changed"
        ),
        pytest.param("in June there is ice, the mayor of Gdynia says", ["June", "May"], id="a date moved"),
        pytest.param("in May there is ice, says the mayor", ["Gdynia"], id="a name dropped"),
    ],
)
def test_a_headline_in_capitals_can_be_retold(tmp_path: Path, digest: str, told: list[str]) -> None:
    """Where each word of a teaser is capitalised, only words that the digest does not print small are names."""
    findings = proved(make(tmp_path, [f"[1 teaser block=1] {digest}"], "Ice In May, Says Mayor of Gdynia"))
    assert len(findings) == len(told)
    assert all(f"'{word}'" in finding.message for word, finding in zip(told, findings, strict=True))


def test_a_document_that_is_no_digest_is_told(tmp_path: Path) -> None:
    """A document without an original cannot be proved, and a digest that cannot be read is a finding."""
    (tmp_path / "texts").mkdir()
    file = tmp_path / "port.md"
    for text in ("---\nid: port\n---\nText.", "---\nid: Port!\n---\nText."):
        file.write_text(text, encoding="utf-8")
        assert len(proved(file)) == 1


def test_a_folder_of_originals_that_is_missing_is_refused(tmp_path: Path) -> None:
    """Nothing can be proved without the folder of originals; the way out is told."""
    with pytest.raises(InputError, match="folder that holds the originals"):
        verify_folder([], tmp_path / "none")


def test_the_bundled_digests_are_proved_by_their_originals() -> None:
    """Each bundled digest is proved against the publisher's text, for whoever holds it."""
    folder = os.environ.get("RELOKANTY_TEXTS")
    if not folder:
        pytest.skip("set RELOKANTY_TEXTS to a folder with the original articles to prove the bundled digests")
    digests = sorted((Path(__file__).parent.parent / "seeds" / "articles").glob("*.md"))
    assert [str(finding) for finding in verify_folder(digests, Path(folder))] == []
