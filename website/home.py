"""What the home page shows, and what a page that asks a question needs: articles, counts, questions, choices."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final

from website.metadata import DATABASE
from website.questions import Question, questions

_ARTICLES: Final = """
WITH newest AS (
    SELECT * FROM articles
    ORDER BY kind <> 'held', coalesce(published_latest, published_earliest) DESC, title, id
    LIMIT 20
)
SELECT a.id, a.title, a.kind, a.published, a.genre, a.reading, publisher.name AS publisher, agency.name AS agency,
    (SELECT count(*) FROM statements WHERE article_id = a.id) AS statements,
    (SELECT count(*) FROM figures WHERE article_id = a.id) AS figures,
    (SELECT count(DISTINCT event_id) FROM event_reports WHERE article_id = a.id) AS events
FROM newest AS a
LEFT JOIN organisations AS publisher ON publisher.id = a.publisher_id
LEFT JOIN organisations AS agency ON agency.id = a.agency_id
ORDER BY a.kind <> 'held', coalesce(a.published_latest, a.published_earliest) DESC, a.title, a.id
"""
# Where the header of every page leads.
NAVIGATION: Final = (
    (f"/{DATABASE}/article_overview", "Articles"),
    (f"/{DATABASE}/person_appearances", "People"),
    (f"/{DATABASE}/place_map", "Places"),
    ("/timeline", "Events"),
    (f"/{DATABASE}/figure_claims", "Numbers"),
    (f"/{DATABASE}/disagreements", "Disagreements"),
    (f"/{DATABASE}", "Ask and take"),
)
# The tables that the home page counts, each with the page that shows it best and what to call its rows.
TILES: Final = (
    ("articles", "article_overview", "articles"),
    ("figures", "figure_claims", "figures"),
    ("statements", "statements_by_speaker", "statements"),
    ("events", "event_timeline", "events"),
    ("persons", "person_appearances", "people"),
    ("organisations", "organisations", "organisations"),
    ("places", "place_map", "places"),
    ("comparisons", "disagreements", "claims compared"),
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


async def home(datasette: Any) -> dict[str, Any]:
    """Return what the template of the home page needs."""
    articles = await datasette.get_database(DATABASE).execute(_ARTICLES)
    return {"articles": articles.rows, "tiles": TILES}


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
    """Return what the page of a question needs: for each parameter its meaning and the values it may take."""
    by_name = {question.name: question for question in questions()}
    question = by_name.get(name)
    if question is None:
        return {}
    choices = {}
    for parameter, other in question.choices.items():
        rows = (await datasette.get_database(DATABASE).execute(by_name[other].sql)).rows
        choices[parameter] = [row[0] for row in rows]
    return {"help": question.parameters, "choices": choices}
