"""Promises of the score of dates: what agrees is counted once, by each measure, and the date of creation never."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.gold.dates import Mark, days_of, main, read_gold, score

TEXT = """<?xml version="1.0" ?><TimeML><DCT><TIMEX3 type="DATE" value="2022-11-08">November 8</TIMEX3></DCT>
<TEXT>The mill closed <TIMEX3 type="DATE" value="2022-11-04">Friday</TIMEX3>.
It ran for <TIMEX3 type="DURATION" value="P3Y">three years</TIMEX3> until <TIMEX3 type="DATE"
value="2022-10">last week</TIMEX3>, and <TIMEX3 type="DATE"
value="FUTURE_REF">one day</TIMEX3> we left in 2014.</TEXT></TimeML>"""


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    """A marked text of our own: two values alike, one other, one that stands for something else, one not marked."""
    file = tmp_path / "mill.tml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_what_agrees_is_counted(gold_file: Path) -> None:
    """Spans, values and days are told apart: last week is found, with days that are not those of the mark."""
    counts = score(read_gold(gold_file))
    assert counts["marked"] == 4
    assert counts["found"] == 5
    assert (counts["strict"], counts["relaxed"], counts["value"]) == (4, 4, 2)
    assert (counts["marked calendar"], counts["found calendar"], counts["calendar"]) == (2, 3, 1)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("1998", ("1998-01-01", "1998-12-31")),
        ("1998-XX", ("1998-01-01", "1998-12-31")),
        ("1998-02", ("1998-02-01", "1998-02-28")),
        ("1998-02-03TMO", ("1998-02-03", "1998-02-03")),
        ("1998-W01", ("1997-12-29", "1998-01-04")),
        ("1998-W01-WE", ("1998-01-03", "1998-01-04")),
        ("1998-Q3", ("1998-07-01", "1998-09-30")),
        ("1998-H1", ("1998-01-01", "1998-06-30")),
        ("1998-SU", ("1998-06-01", "1998-08-31")),
        ("199", ("1990-01-01", "1999-12-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("19", ("1900-01-01", "1999-12-31")),
        ("1998-02-30", None),
        ("1998-WXX", None),
        ("PRESENT_REF", None),
        ("XXXX-WXX-1", None),
    ],
)
def test_a_value_of_the_gold_names_days(value: str, days: tuple[str, str] | None) -> None:
    """Each form of a TIMEX3 value has its first and last day, or none where it names no day."""
    assert days_of(Mark(0, 1, "DATE", value)) == days


def test_the_table_is_printed(gold_file: Path) -> None:
    """The command names the folder, its texts and the four measures, with values that the counts give."""
    result = CliRunner().invoke(main, [str(gold_file.parent)])
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].endswith(": 1 texts")
    assert [line.split()[0] for line in lines[1:]] == ["strict", "relaxed", "value", "calendar"]
    assert lines[4].split()[1] == "40.0"
