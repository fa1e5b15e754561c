"""How Datasette shows each table and view: the column that labels a row, the order, the facets, the page size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schema import TABLES, Base
from schema.lookups import LOOKUPS, Lookup


@dataclass(frozen=True, slots=True)
class Page:
    """Settings of one table or view."""

    label: str | None = None
    sort: str | None = None
    sort_desc: str | None = None
    facets: tuple[str, ...] = ()
    size: int | None = None
    hidden: bool = False

    def metadata(self) -> dict[str, object]:
        """Return the settings under the names that Datasette gives them."""
        settings = {
            "label_column": self.label,
            "sort": self.sort,
            "sort_desc": self.sort_desc,
            "facets": list(self.facets),
            "size": self.size,
            "hidden": self.hidden,
        }
        return {name: value for name, value in settings.items() if value}


# The column that labels a row, and how many rows a page has where they are short or long.
_LABELS: Final = {
    "articles": "title",
    "persons": "name",
    "places": "name",
    "figures": "claim",
    "events": "name",
    "paragraphs": "text",
    "passages": "words",
    "dates": "date",
    "parties": "name",
    "organisations": "name",
    "groups": "name",
    "party_names": "name",
    "person_attributes": "attribute",
    "place_names": "name",
    "statements": "gist",
    "propositions": "name",
    "reading_rules": "meaning",
    "measures": "name",
    "event_types": "name",
    "event_reports": "gist",
    "event_details": "detail",
    "comparisons": "reason",
    "issues": "item",
    "makers": "name",
    "about_file": "content",
}
_SIZES: Final = {"places": 100, "paragraphs": 20}
_FEW_ROWS: Final = 50_000
_HIDDEN: Final = frozenset({"article_shingles", "table_digests"})


def _of_table(name: str) -> Page:
    lookup = LOOKUPS.get(name, Lookup())
    return Page(
        _LABELS.get(name),
        sort=None if lookup.descending else lookup.sort,
        sort_desc=lookup.sort if lookup.descending else None,
        facets=lookup.columns,
        size=_SIZES.get(name),
        hidden=name in _HIDDEN,
    )


PAGES: Final[dict[str, Page]] = {
    **{model.__tablename__: _of_table(model.__tablename__) for model in TABLES},
    # --- views
    "article_overview": Page(facets=("publisher", "agency", "genre")),
    "disagreements": Page(facets=("verdict", "kind")),
    "event_timeline": Page(facets=("event_type", "status", "date_known_by")),
    "evidence_coverage": Page(facets=("table_name",), size=100),
    "figure_claims": Page(sort="measure", facets=("claimant", "measure", "modality")),
    "independent_origins": Page(sort_desc="printed_by_articles", facets=("measure",)),
    "person_appearances": Page(facets=("name_status", "article")),
    "place_map": Page(sort="place", facets=("kind", "status", "country_code"), size=100),
    "reading_ledger": Page(facets=("article_id", "role", "outcome"), size=100),
    "statements_by_speaker": Page(facets=("speaker", "form", "modality")),
}


def page(name: str) -> Page:
    """Return the settings of a table or view; one that is not listed is shown as Datasette would."""
    return PAGES.get(name, Page())


def sortable(name: str, rows: int) -> list[str] | None:
    """Return by which columns a page of so many rows can be sorted; None for all of few rows.

    To sort a million rows by a column without an index takes longer than anybody waits.
    """
    if rows <= _FEW_ROWS:
        return None
    ours = page(name)
    keys = (
        [column.name for column in Base.metadata.tables[name].primary_key]
        if name in Base.metadata.tables
        else []
    )
    return [column for column in (ours.sort, ours.sort_desc, *keys[:1]) if column]
