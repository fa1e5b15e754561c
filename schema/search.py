"""Full-text search: FTS5 indexes over paragraphs and names; the text stays in its own table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """An FTS5 table over one text column of a content table whose key is the integer `id`."""

    name: str
    content: str
    column: str
    description: str

    @property
    def create(self) -> str:
        """The statement that creates it; Datasette finds the content table only in double quotes."""
        return (
            f"CREATE VIRTUAL TABLE {self.name} USING fts5({self.column}, "
            f'content="{self.content}", content_rowid="id", tokenize="unicode61 remove_diacritics 2")'
        )


SEARCH_INDEXES = (
    SearchIndex("paragraphs_search", "paragraphs", "text", "Full-text index of paragraphs."),
    SearchIndex("party_names_search", "party_names", "name", "Full-text index of the names of parties."),
    SearchIndex("place_names_search", "place_names", "name", "Full-text index of the names of places."),
)


def check(index: str) -> str:
    """Return the statement that fails where an FTS5 index, given by its quoted name, is out of step with its table.

    Only with rank 1 are the two compared.
    """
    return f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
