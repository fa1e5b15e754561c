"""What the home page shows, and what a page that asks a question needs: articles, counts, questions, choices."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final

from website import timeline
from website.disagreements import sharpest
from website.event_selection import FILTERS, positions, select
from website.map import small_map
from website.metadata import DATABASE
from website.paging import Paging
from website.questions import Question, questions
from website.sections import sections

# Where the header of every page leads.
NAVIGATION: Final = (
    ("/articles", "Articles"),
    ("/people", "People"),
    ("/map", "Map"),
    ("/timeline", "Timeline"),
    ("/numbers", "Numbers"),
    ("/disagreements", "Disagreements"),
    ("/ask", "Ask"),
    ("/take", "Take"),
)
# The tables that the home page counts, each with the page that shows it best and what to call its rows.
TILES: Final = (
    ("articles", "/articles", "articles"),
    ("persons", "/people", "people"),
    ("organisations", "/people#organisations", "organisations"),
    ("places", "/map", "places"),
    ("events", "/timeline", "events"),
    ("figures", "/numbers", "figures"),
    ("statements", f"/{DATABASE}/statements_by_speaker", "statements"),
    ("comparisons", "/disagreements", "claims compared"),
)
# Groups in the order in which people should meet them; any other stands before the lists.
_GROUPS: Final = (
    "Search",
    "Numbers",
    "Disagreement and echo",
    "Statements",
    "Events",
    "People",
    "Places",
    "How it is known",
)
_LAST_GROUP: Final = "Lists"
_MOST_ARTICLES: Final = 20
_MOST_COMPARED: Final = 3
# So many values are suggested for a parameter; any other can be typed.
_MOST_CHOICES: Final = 200
# So many events are drawn one by one; of more it is said how many each year or month has.
_MOST_STRIPES: Final = 150


async def home(datasette: Any) -> dict[str, Any]:
    """Return what the template of the home page needs."""
    selection = await select(datasette, dict.fromkeys(FILTERS, ""))
    drawn = await timeline.events(datasette, await positions(datasette, selection, _MOST_STRIPES))
    return {
        **await sections(datasette, "home", {}, _MOST_ARTICLES),
        "sharpest": await sharpest(datasette, _MOST_COMPARED),
        "drawing": await small_map(datasette),
        "line": timeline.timeline(drawn),
        "columns": timeline.columns(selection.months) if selection.count > _MOST_STRIPES else [],
        "part": Paging(1, _MOST_STRIPES, selection.count, "/timeline"),
        "tiles": TILES,
    }


def grouped_questions() -> list[tuple[str, list[Question]]]:
    """Return the questions by group, in reading order."""

    def place(question: Question) -> tuple[bool, int, str, str]:
        known = question.group in _GROUPS
        position = _GROUPS.index(question.group) if known else len(_GROUPS)
        return question.group == _LAST_GROUP, position, question.group, question.title

    return [
        (group, list(members))
        for group, members in groupby(sorted(questions(), key=place), key=lambda question: question.group)
    ]


async def asked(datasette: Any, name: str) -> dict[str, Any]:
    """Return what the page of a question needs: for each parameter its meaning and the values it may take.

    The questions that list values count something in their second column; of many values those with most are given.
    """
    by_name = {question.name: question for question in questions()}
    question = by_name.get(name)
    if question is None:
        return {}
    choices = {}
    for parameter, other in question.choices.items():
        sql = f'SELECT * FROM stored."{other}" ORDER BY 2 DESC, 1 LIMIT {_MOST_CHOICES}'
        choices[parameter] = sorted(
            row[0] for row in (await datasette.get_database(DATABASE).execute(sql)).rows
        )
    return {"help": question.parameters, "choices": choices, "most_choices": _MOST_CHOICES}
