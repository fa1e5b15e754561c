"""The questions that the website asks: one SQL file each, its words in the comment at the top.

A file starts with `-- ` lines: the question, an empty comment line, a description, and then what is asked for:

    -- :group: Numbers
    -- :param country: name of a country; empty for all
    -- :choices country: list-of-countries

`:choices` names another question whose first column holds the values that the parameter may take.

Where something is typed, most questions would read everything that there is. `asked/<name>.sql` gives the same rows
from what the site keeps in order (`stored_answers`); `asked/<name>.blank.sql` does where nothing is typed, unless that
answer is stored as a whole. Such a file holds the clauses that take the place of the question's own (FROM, WHERE or
ORDER BY), or all of a SELECT. The page shows the question's own SQL, which also runs on the file that people download.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "queries"
_FIELD = re.compile(r":(?P<field>group|param|choices)(?: (?P<name>\w+))?: (?P<value>.+)")
# A clause begins its line; lines that go on with it are indented.
_CLAUSE = re.compile(r"^(?P<word>SELECT|FROM|WHERE|ORDER BY)\b.*(?:\n[ ].*)*", re.MULTILINE)
# Longer SQL is folded away on the page until somebody asks for it.
_LONG_SQL = 12


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its name in the URL, its words, its group, its parameters with their meaning, and its SQL."""

    name: str
    title: str
    description: str
    group: str
    parameters: dict[str, str]
    choices: dict[str, str]
    sql: str
    # What gives the same rows from what the site keeps in order, where something is `asked` or all is left `blank`.
    faster: dict[str, str]

    def metadata(self) -> dict[str, object]:
        """Return it as a canned query of Datasette; `group`, `help` and `choices` are for our own pages."""
        query: dict[str, object] = {
            "title": self.title,
            "description": self.description,
            "group": self.group,
            "sql": self.sql,
        }
        if self.parameters:
            query |= {"params": list(self.parameters), "help": dict(self.parameters)}
        if self.choices:
            query["choices"] = dict(self.choices)
        if self.sql.count("\n") >= _LONG_SQL:
            query["hide_sql"] = True
        return query


@cache
def questions() -> tuple[Question, ...]:
    """Return all questions, in order of name."""
    return tuple(read(file) for file in sorted(_FOLDER.glob("*.sql")))


def read(file: Path) -> Question:
    """Read a question from its file."""
    lines = file.read_text(encoding="utf-8").strip().split("\n")
    end = next(number for number, line in enumerate(lines) if not line.startswith("--"))
    title, _, *words = [line.removeprefix("--").strip() for line in lines[:end]]
    fields = [match for line in words if (match := _FIELD.fullmatch(line))]
    description = " ".join(line for line in words if not _FIELD.fullmatch(line))
    named = {
        kind: {f["name"]: f["value"] for f in fields if f["field"] == kind} for kind in ("param", "choices")
    }
    sql = "\n".join(lines[end:])
    (group,) = (match["value"] for match in fields if match["field"] == "group")
    return Question(
        file.stem,
        title,
        description,
        group,
        named["param"],
        named["choices"],
        sql,
        _faster(file, sql),
    )


def _faster(file: Path, sql: str) -> dict[str, str]:
    beside = {"asked": file.stem, "blank": f"{file.stem}.blank"}
    files = {when: file.parent / "asked" / f"{name}.sql" for when, name in beside.items()}
    return {
        when: with_clauses(sql, found.read_text(encoding="utf-8").strip())
        for when, found in files.items()
        if found.is_file()
    }


def with_clauses(sql: str, clauses: str) -> str:
    """Return SQL with some of its clauses replaced, or the other where that has a SELECT of its own.

    Raises ValueError where a clause to be replaced does not stand in the SQL once.
    """
    others = {clause["word"]: clause[0] for clause in _CLAUSE.finditer(clauses)}
    if "SELECT" in others:
        return clauses
    own = [clause["word"] for clause in _CLAUSE.finditer(sql)]
    if strangers := [word for word in others if own.count(word) != 1]:
        raise ValueError(f"{', '.join(strangers)} does not stand once at the start of a line in:\n{sql}")
    return _CLAUSE.sub(lambda clause: others.get(clause["word"], clause[0]), sql)
