"""known_mentions: the names that the authorities know, in a text that no annotation describes yet."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from loaders import names as known_names
from loaders.authorities import Authorities
from loaders.extract.findings import Name, Point
from loaders.extract.parsing import ParsedText
from loaders.records import CleanDocument, Document, FoundMention, Paragraph

# An unread text is no article yet, so names that count in one article only do not count in it.
_NO_ARTICLE = Document(Path(), "", None, None, "", 1, "", None)
_KINDS = {"person": "person", "organisation": "organisation"}


def known_mentions(text: ParsedText, known: Authorities) -> tuple[Name, ...]:
    """Return the text's names that the authorities know, in order, with party or resolved place."""
    paragraphs = tuple(
        Paragraph(paragraph.number, paragraph.role, None, paragraph.printed, 0)
        for paragraph in text.paragraphs
    )
    printed = {paragraph.number: paragraph.text for paragraph in paragraphs}
    mentions = known_names.find_names(CleanDocument(_NO_ARTICLE, paragraphs), _index(known))
    names = (
        _name(mention, printed[mention.span.paragraph][mention.span.start : mention.span.end], known)
        for mention in mentions
    )
    return tuple(name for name in names if name is not None)


@lru_cache(maxsize=2)
def _index(known: Authorities) -> known_names.NameIndex:
    """Return the index of all names, made once for all texts of a process that know the same authorities."""
    return known_names.NameIndex(known)


def _name(mention: FoundMention, text: str, known: Authorities) -> Name | None:
    if mention.reading == "embedded" or mention.form not in {"name", "demonym"}:
        return None
    if mention.place is not None:
        place = known.places[mention.place]
        point = Point(
            place.name, place.kind, place.latitude, place.longitude, place.geonames_id, place.country_code, place.id,
            mention.score, mention.reason,
        )  # fmt: skip
        return Name(
            mention.span, text, "place", place.name, None, mention.form, mention.reading, None, mention.score,
            mention.reason, point,
        )  # fmt: skip
    party = known.parties[mention.party or ""]
    if party.kind not in _KINDS:
        return None
    return Name(
        mention.span, text, party.kind, party.name, party.id, mention.form, mention.reading, None, mention.score,
        mention.reason,
    )  # fmt: skip
