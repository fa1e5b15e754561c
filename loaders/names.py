"""Find the names that the authorities know in a document's paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.authorities import Authorities
from loaders.records import CleanDocument, FoundMention, Paragraph, Span

# Letters, digits, and accents that follow their letter.
_WORD = re.compile(r"[\w\u0300-\u036f]+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})
# Paragraphs with these roles tell nothing of the article's own story.
SILENT_ROLES = {"furniture", "notice", "teaser", "photo_credit"}
# Kinds of names that mean the party only where a full name stands in the same document.
_PARTIAL = {"surname", "given_name"}


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of the authorities: whose it is, of what kind, and the only article it counts in, if any."""

    name: str
    kind: str
    party: str | None
    place: str | None
    owner_name: str
    only_in: str | None
    form: str


class NameIndex:
    """All names by their first word, for one walk over the words of a text."""

    def __init__(self, authorities: Authorities) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], KnownName]]] = defaultdict(list)
        for known in _known_names(authorities):
            words = tuple(_WORD.findall(known.name))
            self._by_first[words[0]].append((words, known))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def matches(self, paragraph: Paragraph, article_id: str) -> Iterator[tuple[Span, KnownName]]:
        """Yield every occurrence of every name, longer before shorter at the same start."""
        text = paragraph.text.translate(_APOSTROPHES)
        tokens = list(_WORD.finditer(text))
        composed = [unicodedata.normalize("NFC", token.group()) for token in tokens]
        for i, word in enumerate(composed):
            for words, known in self._by_first.get(word, ()):
                if known.only_in in {None, article_id} and tuple(composed[i : i + len(words)]) == words:
                    span = _extent(text, tokens[i].start(), tokens[i + len(words) - 1].end(), known.name)
                    if span is not None:
                        yield Span(paragraph.number, *span), known


def _extent(text: str, start: int, end: int, name: str) -> tuple[int, int] | None:
    """Return where a name stands whose words stand from start to end, its outer signs included; None where not."""
    name = name.translate(_APOSTROPHES)
    found = list(_WORD.finditer(name))
    start -= found[0].start()
    end += len(name) - found[-1].end()
    return (start, end) if start >= 0 and unicodedata.normalize("NFC", text[start:end]) == name else None


def find_names(document: CleanDocument, index: NameIndex) -> list[FoundMention]:
    """Return the mentions by name, in order; a name within a longer one is embedded, if it is a place's."""
    article_id = document.document.article_id
    found = [
        match
        for paragraph in document.paragraphs
        if paragraph.role not in SILENT_ROLES
        for match in index.matches(paragraph, article_id)
    ]
    in_full = {known.party: span.paragraph for span, known in reversed(found) if known.kind not in _PARTIAL}
    found = [(span, known) for span, known in found if known.kind not in _PARTIAL or known.party in in_full]
    return [mention for span, known in found if (mention := _mention(span, known, found, in_full))]


def _mention(
    span: Span,
    known: KnownName,
    found: Sequence[tuple[Span, KnownName]],
    in_full: dict[str | None, int],
) -> FoundMention | None:
    outer = [other for other_span, other in found if other_span != span and other_span.holds(span)]
    names = [other for other in outer if other.form == "name"]
    if outer and (known.party is not None or any(other.place == known.place for other in outer)):
        return None
    if known.kind in _PARTIAL:
        score, reason = (
            0.95,
            f"{known.kind} of {known.owner_name}, named in full in paragraph {in_full[known.party]}",
        )
    elif known.form == "demonym":
        score, reason = 1.0, f"demonym of {known.owner_name}"
    else:
        score, reason = 1.0, f"a name of {known.owner_name} in the authorities"
    return FoundMention(
        span=span,
        party=known.party,
        place=known.place,
        form=known.form,
        reading="embedded" if names else "literal",
        score=score,
        reason=f"{reason}; inside the name {names[0].name}" if names else reason,
    )


def _known_names(authorities: Authorities) -> Iterator[KnownName]:
    for party in authorities.parties.values():
        described = party.kind == "group" or party.naming == "described"
        for name, kind in [(party.name, "full"), *((name.name, name.kind) for name in party.names)]:
            form = "description" if described or kind == "description" else "name"
            yield KnownName(_composed(name), kind, party.id, None, party.name, party.only_in, form)
    for place in authorities.places.values():
        if not place.found_by_name:
            continue
        for name, kind in [(place.name, "name"), *((name.name, name.kind) for name in place.names)]:
            yield KnownName(_composed(name), kind, None, place.id, place.name, None, "name")
        for demonym in place.demonyms:
            yield KnownName(_composed(demonym), "demonym", None, place.id, place.name, None, "demonym")


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
