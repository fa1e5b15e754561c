"""Search over everything at once: names in any spelling, headlines, claims, sayings, events, and the text itself.

Of each sort so many are compared as can be at once: where a word stands in more, the newest are.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from markupsafe import Markup, escape

from website.name_search import nearest_names, numbers_like
from website.questions import questions
from website.sections import Rows, section, sections
from website.spelling import beginnings, found_in

_MOST: Final = 25
_LONGEST_QUERY: Final = 200
# Of more paragraphs nobody could tell which is closest: all of them would have to be looked at.
MOST_RANKED: Final = 2000
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
    numbers = json.dumps(await numbers_like(datasette, asked))
    names = await sections(datasette, "search_names", {"q": asked, "numbers": numbers}, _MOST)
    spelled = as_spelled_here(asked, names["names"])
    sought = {"q": spelled, "begins": beginnings(spelled)}
    text, ranked = await _paragraphs(datasette, spelled)
    found = {**names, **await sections(datasette, "search", sought, _MOST), "paragraphs": text}
    ours = [
        question
        for question in questions()
        if found_in(f"{question.title} {question.description}", asked) and question.group != "Lists"
    ]
    return {
        "asked": asked,
        "spelled": spelled,
        "found": found,
        "ranked": ranked,
        "most_ranked": MOST_RANKED,
        "most_shown": _MOST,
        "questions": ours[:5],
        "meant": [] if any(found.values()) else await nearest_names(datasette, asked),
        "search_sections": SECTIONS,
    }


async def _paragraphs(datasette: Any, spelled: str) -> tuple[Rows, bool]:
    """Return paragraphs that hold all words, and whether they are the closest: among too many they are any."""
    beyond = await section(datasette, "search_text", "beyond", {"q": spelled}, 1, MOST_RANKED, needed=False)
    name = "unranked" if beyond or beyond.late else "ranked"
    return await section(datasette, "search_text", name, {"q": spelled}, _MOST), name == "ranked"


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
