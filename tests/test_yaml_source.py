"""Promises of yaml_source.py: YAML means what stands in it, and hostile YAML is refused quickly and by its line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import yaml_source
from loaders.errors import InputError

FILE = Path("port.yaml")
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 30))


def parsed(text: str) -> object:
    """The value of a YAML text."""
    return yaml_source.parse(text, FILE)[0]


def refusal(text: str, first_line: int = 1) -> InputError:
    """The error with which a YAML text is refused, which must come within five seconds and be one line."""
    begin = time.perf_counter()
    with pytest.raises(InputError) as caught:
        yaml_source.parse(text, FILE, first_line)
    assert time.perf_counter() - begin < 5
    return caught.value


@pytest.mark.parametrize(
    "printed",
    [
        "no",
        "Yes",
        "on",
        "1.10",
        "12:30",
        "12:30:45",
        "012",
        "0x1F",
        "1_000",
        "1e3",
        "2022-09-21",
        "2022-09",
        "true",
        "NaN",
        ".inf",
        "NULL",
        "=",
        "<<",
        "1,200",
        "+7",
    ],
)
def test_strings_stay_strings(printed: str) -> None:
    """A scalar is the text that stands in the file, as value, as item and as key; YAML 1.1 turns these into others."""
    value = parsed(f"a: {printed}\nb:\n- {printed}\n{printed}: c\n")
    assert value == {"a": printed, "b": [printed], printed: "c"}


@pytest.mark.parametrize(
    ("text", "value"),
    [("a:", None), ("a: ~", None), ("a: null", None), ("a: ''", ""), ('a: "null"', "null"), ("a: '~'", "~")],
)
def test_only_plain_emptiness_is_nothing(text: str, value: object) -> None:
    """An empty scalar, `~` and `null` are None where they stand without quotation marks."""
    assert parsed(text) == {"a": value}


def test_an_empty_text_is_nothing() -> None:
    """A file without a value, or with comments alone, gives None and knows no lines."""
    value, lines = yaml_source.parse("# nothing\n", FILE)
    assert value is None
    assert lines.of(("a",)) is None


@settings(deadline=None)
@given(
    st.recursive(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1),
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_what_was_written_is_read(value: object) -> None:
    """Any text, list and mapping of texts that a YAML writer writes comes back unchanged."""
    assert parsed(yaml.safe_dump(value, allow_unicode=True)) == value


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        pytest.param('a: 1\nb: 2\n"a": 3', 3, "'a' stands twice", id="duplicate key"),
        pytest.param("a:\n  b: {c: 1,\n    c: 2}", 3, "'c' stands twice", id="nested duplicate key"),
        pytest.param("a: 1\nb: &x [1]\n", 2, "anchors and aliases", id="anchor"),
        pytest.param("a: 1\nb: *x\n", 2, "anchors and aliases", id="alias"),
        pytest.param("a: &a\n  - *a\n", 1, "anchors and aliases", id="alias of itself"),
        pytest.param(BOMB, 1, "anchors and aliases", id="alias bomb"),
        pytest.param("? [a, b]\n: c", 1, "a key must be a word", id="list as key"),
        pytest.param("a:\n\tb: c", 2, "not valid YAML", id="tab as indent"),
        pytest.param("a: b\n---\nc: d\n", 2, "another document", id="two documents"),
        pytest.param("a: [b\nc: d", 2, "not valid YAML", id="open bracket"),
        pytest.param('a: "b', 1, "not valid YAML", id="open quotation mark"),
        pytest.param("a: b: c", 1, "not valid YAML", id="two colons"),
        pytest.param("a: !h!x b", 1, "not valid YAML", id="tag of an unknown handle"),
    ],
)
def test_a_refusal_names_file_and_line(text: str, line: int, told: str) -> None:
    """What is not plain, unique and valid is refused with its line, also where YAML starts further down a file."""
    error = refusal(text)
    assert (error.file, error.line) == (FILE, line)
    assert told in error.message
    assert str(error).startswith(f"port.yaml:{line}: ")
    assert refusal(text, first_line=7).line == line + 6


@pytest.mark.parametrize(
    "tagged",
    ["!!python/object/apply:os.system [ls]", "!!python/name:os.system", "!!int 5", "!!binary aGk=", "!x y"],
)
def test_tags_are_refused(tagged: str) -> None:
    """A tag asks for another type than what stands in the file, so it is refused with its line."""
    assert refusal(f"a: b\nc: {tagged}\n").line == 2


@pytest.mark.parametrize(
    "tagged", ["!!python/object/apply:os.system [ls]", "!!python/name:os.system ''", "!!int '5'"]
)
def test_tags_make_no_objects(tagged: str) -> None:
    """Whatever a tag asks for, nothing is run or built."""
    try:
        value = parsed(f"a: {tagged}")
    except InputError:
        return
    assert isinstance(value, dict)
    assert value["a"] in (["ls"], "", "5")


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\ufffe"])
def test_control_characters_are_refused_by_line(character: str) -> None:
    """A character that YAML does not allow is told with file and line, on one line."""
    error = refusal(f"a: b\nc: {character}\n")
    assert error.line == 2
    assert "\n" not in str(error)


@pytest.mark.parametrize("depth", [3_000, 200_000])
@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? ", "[{a: "])
def test_deep_nesting_is_refused_quickly(opening: str, depth: int) -> None:
    """Nesting that overflows the stack of ordinary readers, or takes them seconds, is refused at once."""
    error = refusal(opening * depth)
    assert (error.file, error.line) == (FILE, 1)
    assert f"nested deeper than {yaml_source.MAXIMUM_DEPTH} levels" in error.message


def test_nesting_up_to_the_limit_is_read() -> None:
    """As many levels as allowed are read, one more is not; levels that were closed do not count."""
    depth = yaml_source.MAXIMUM_DEPTH
    assert parsed("[" * depth + "]" * depth)
    assert len(str(parsed("[" + "[a], " * 100 + "[b]]"))) > 100
    refusal("[" * (depth + 1) + "]" * (depth + 1))


def test_oversize_is_refused_before_it_is_parsed() -> None:
    """The limit counts bytes, not characters."""
    error = refusal("é" * (yaml_source.MAXIMUM_BYTES // 2 + 1))
    assert error.file == FILE
    assert "over 4,000,000 bytes" in error.message


def test_lines_of_nested_values() -> None:
    """The line of every value is known, and a value that is not there has that of the nearest one around it."""
    _, lines = yaml_source.parse("a: 1\nb:\n- c\n- {d: e,\n   f: [g,\n h]}\n", FILE, first_line=10)
    assert lines.of(("a",)) == 10
    assert lines.of(("b", 0)) == 12
    assert lines.of(("b", 1, "f")) == lines.of(("b", 1, "f", 0)) == 14
    assert lines.of(("b", 1, "f", 1)) == 15
    assert lines.of(("b", 1, "missing", "deeper")) == 13
    assert lines.of(("missing",)) == lines.of(()) == 10
    assert lines.under(("b", 1)).of(("f", 1)) == 15


def test_the_line_of_a_key_is_its_own() -> None:
    """A key with a block below it is told by the key's line, which is where a person looks."""
    _, lines = yaml_source.parse("a:\n\n  - b\n", FILE)
    assert lines.of(("a",)) == 1


@pytest.mark.parametrize("text", ["a: é\n", "\ufeffa: é\n", "a: é\r\n"])
def test_a_file_is_read_as_utf_8(tmp_path: Path, text: str) -> None:
    """A file in UTF-8 is read, with a byte order mark and with Windows line ends too."""
    file = tmp_path / "a.yaml"
    file.write_bytes(text.encode("utf-8"))
    assert yaml_source.read(file)[0] == {"a": "é"}


def test_other_encodings_are_refused_by_byte(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are never replaced or dropped; the first is told."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: b\nc: caf\xe9\n")
    with pytest.raises(InputError, match="byte 11 is not UTF-8") as caught:
        yaml_source.read(file)
    assert caught.value.file == file


def test_other_encodings_are_refused_by_line(tmp_path: Path) -> None:
    """The line of the first byte that is not UTF-8 is told, too."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: b\nc: caf\xe9\n")
    with pytest.raises(InputError) as caught:
        yaml_source.read(file)
    assert caught.value.line == 2


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    """A file that is missing, or is a folder, is an error of the input and not of the program."""
    with pytest.raises(InputError, match="cannot be read"):
        yaml_source.read(tmp_path / name)
