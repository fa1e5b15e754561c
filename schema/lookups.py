"""How readers look into tables: in which order, and by which columns they narrow them down; each has its index.

The pages of tables sort and count by these, and the models make the indexes: of each column by which a table is
narrowed down, followed by that of its order and by the key, so that the first rows of any choice are read off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Lookup:
    """The column by which a table is sorted, unless by its key, and those by which it is narrowed down."""

    sort: str | None = None
    columns: tuple[str, ...] = ()
    descending: bool = False


LOOKUPS: Final[dict[str, Lookup]] = {
    "articles": Lookup("published_latest", ("kind", "genre", "reading"), descending=True),
    "persons": Lookup("name", ("name_status",)),
    "places": Lookup("name", ("kind", "status", "country_code")),
    "figures": Lookup("measure_id", ("measure_id", "modality", "article_id")),
    "events": Lookup("date_earliest", ("event_type_id", "place_id")),
    "article_dates": Lookup(columns=("kind",)),
    "article_topics": Lookup(columns=("topic",)),
    "article_relations": Lookup(columns=("relation",)),
    "paragraphs": Lookup("number", ("article_id", "role")),
    "paragraph_relations": Lookup(columns=("relation",)),
    "repairs": Lookup(columns=("rule",)),
    "mentions": Lookup(columns=("form", "reading", "place_id", "party_id")),
    "dates": Lookup("date_earliest", ("anchor", "precision", "rule_id")),
    "parties": Lookup("name", ("kind",)),
    "organisations": Lookup("name", ("organisation_kind", "naming", "place_id")),
    "groups": Lookup("name", ("parent_party_id", "place_id")),
    "party_names": Lookup("name", ("kind",)),
    "person_attributes": Lookup("person_id", ("kind", "tenure", "person_id")),
    "identity_judgements": Lookup(columns=("judgement",)),
    "place_names": Lookup("name", ("kind",)),
    "place_relations": Lookup(columns=("relation",)),
    "place_claims": Lookup(columns=("relation", "article_id")),
    "statements": Lookup("speaker_id", ("speaker_id", "form", "modality", "stance")),
    "propositions": Lookup("name"),
    "reading_rules": Lookup("kind", ("kind", "basis")),
    "measures": Lookup("name", ("unit",)),
    "figure_places": Lookup(columns=("role", "place_id")),
    "figure_relations": Lookup(columns=("relation", "operation")),
    "event_types": Lookup("name", ("extent",)),
    "event_reports": Lookup("date_earliest", ("status", "article_id")),
    "event_participants": Lookup(columns=("role", "party_id")),
    "event_places": Lookup(columns=("role", "place_id")),
    "event_details": Lookup("kind", ("kind",)),
    "event_relations": Lookup(columns=("relation",)),
    "evidence": Lookup("table_name", ("basis", "table_name", "column_name")),
    "comparisons": Lookup(columns=("verdict", "kind")),
    "issues": Lookup("article_id", ("kind", "article_id")),
}
