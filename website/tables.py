"""How Datasette shows each table and view: the column that labels a row, the order, the facets, the page size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


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


PAGES: Final[dict[str, Page]] = {
    # --- tables
    "articles": Page("title", sort_desc="published_latest", facets=("kind", "genre", "reading")),
    "persons": Page("name", sort="name", facets=("name_status",)),
    "places": Page("name", sort="name", facets=("kind", "status", "country_code"), size=100),
    "figures": Page("claim", sort="measure_id", facets=("measure_id", "modality", "article_id")),
    "events": Page("name", sort="date_earliest", facets=("event_type_id", "place_id")),
    "article_authors": Page(),
    "article_dates": Page(facets=("kind",)),
    "article_topics": Page(facets=("topic",)),
    "article_relations": Page(facets=("relation",)),
    "article_shingles": Page(hidden=True),
    "paragraphs": Page("text", sort="number", facets=("article_id", "role"), size=20),
    "paragraph_relations": Page(facets=("relation",)),
    "repairs": Page(facets=("rule",)),
    "passages": Page("words", sort="start_offset"),
    "mentions": Page(facets=("form", "reading", "place_id", "party_id")),
    "dates": Page("date", sort="date_earliest", facets=("anchor", "precision", "rule_id")),
    "parties": Page("name", sort="name", facets=("kind",)),
    "organisations": Page("name", sort="name", facets=("organisation_kind", "naming", "place_id")),
    "groups": Page("name", sort="name", facets=("parent_party_id", "place_id")),
    "party_names": Page("name", sort="name", facets=("kind",)),
    "person_attributes": Page("attribute", sort="person_id", facets=("kind", "tenure", "person_id")),
    "identity_judgements": Page(facets=("judgement",)),
    "place_names": Page("name", sort="name", facets=("kind",)),
    "place_relations": Page(facets=("relation",)),
    "place_claims": Page(facets=("relation", "article_id")),
    "statements": Page("gist", sort="speaker_id", facets=("speaker_id", "form", "modality", "stance")),
    "statement_passages": Page(),
    "propositions": Page("name", sort="name"),
    "reading_rules": Page("meaning", sort="kind", facets=("kind", "basis")),
    "measures": Page("name", sort="name", facets=("unit",)),
    "figure_passages": Page(),
    "figure_places": Page(facets=("role", "place_id")),
    "figure_relations": Page(facets=("relation", "operation")),
    "event_types": Page("name", sort="name", facets=("extent",)),
    "event_reports": Page("gist", sort="date_earliest", facets=("status", "article_id")),
    "event_participants": Page(facets=("role", "party_id")),
    "event_places": Page(facets=("role", "place_id")),
    "event_details": Page("detail", sort="kind", facets=("kind",)),
    "event_relations": Page(facets=("relation",)),
    "evidence": Page(sort="table_name", facets=("basis", "table_name", "column_name")),
    "comparisons": Page("reason", facets=("verdict", "kind")),
    "issues": Page("item", sort="article_id", facets=("kind", "article_id")),
    "retired_ids": Page(),
    "makers": Page("name"),
    "loads": Page(),
    "about_file": Page("content"),
    "table_digests": Page(hidden=True),
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
