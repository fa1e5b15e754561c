"""Search over everything at once: names in any spelling, headlines, claims, sayings, events, and the text itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from markupsafe import Markup, escape

from website.metadata import DATABASE
from website.questions import questions
from website.sections import sections
from website.spelling import closest, found_in

_MOST: Final = 25
_LONGEST_QUERY: Final = 200
_NAMES: Final = """
SELECT name FROM party_names UNION SELECT name FROM place_names LIMIT 20000
"""
# In the order in which the page shows them.
SECTIONS: Final = (
    ("names", "Names"),
    ("articles", "Articles"),
    ("measures", "Measures"),
    ("figures", "Figures"),
    ("events", "Events"),
    ("statements", "Statements"),
    ("paragraphs", "Text"),
)


async def search(datasette: Any, typed: str) -> dict[str, Any]:
    """Return what the search page shows for whatever was typed; nothing typed gives help only."""
    asked = typed.replace("\0", " ").strip()[:_LONGEST_QUERY]
    if not asked:
        return {"asked": "", "found": {}, "questions": [], "meant": [], "search_sections": SECTIONS}
    names = await sections(datasette, "search_names", {"q": asked}, _MOST)
    spelled = as_spelled_here(asked, names["names"])
    found = {**names, **await sections(datasette, "search", {"q": spelled}, _MOST)}
    ours = [
        question
        for question in questions()
        if found_in(f"{question.title} {question.description}", asked) and question.group != "Lists"
    ]
    meant: list[str] = []
    if not any(found.values()):
        known = await datasette.get_database(DATABASE).execute(_NAMES)
        meant = closest(asked, [row["name"] for row in known.rows])
    return {
        "asked": asked,
        "spelled": spelled,
        "found": found,
        "questions": ours[:5],
        "meant": meant,
        "search_sections": SECTIONS,
    }


def as_spelled_here(asked: str, names: Sequence[Any]) -> str:
    """Return what was asked, or the best name found where it only sounds like that: texts know one spelling."""
    if not names or found_in(names[0]["found_as"], asked) or found_in(names[0]["name"], asked):
        return asked
    return str(names[0]["found_as"])


def snippet(words: str) -> Markup:
    """Return a snippet of the full-text index with the words found marked; everything else is escaped.

    >>> snippet("a \\x02border\\x03 <b>")
    Markup('a <mark>border</mark> &lt;b&gt;')
    """
    marked = escape(words)
    return Markup(str(marked).replace("\x02", "<mark>").replace("\x03", "</mark>"))  # noqa: S704 - escaped above
