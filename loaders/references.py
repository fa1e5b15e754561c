"""Which ids of the authorities an annotation uses, and where it uses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from loaders.annotation import Annotation
from loaders.shapes import Shape

Reference = tuple[tuple[str | int, ...], str, str]

# Section of an annotation: its fields that hold one id, and the kind of authority each is from.
_FIELDS: dict[str, dict[str, str]] = {
    "mentions": {"party": "party", "place": "place"},
    "dates": {"rule": "rule"},
    "statements": {
        "speaker": "party",
        "via": "party",
        "addressee": "party",
        "place": "place",
        "proposition": "proposition",
    },
    "figures": {"subject": "party", "measure": "measure", "event": "event"},
    "attributes": {"person": "person", "party": "party", "place": "place"},
    "events": {"event": "event"},
    "event_relations": {"event": "event", "other": "event"},
    "place_claims": {"other": "place"},
}
# The same for fields that hold lists of ids, or lists by role.
_LISTS: dict[str, dict[str, str]] = {
    "figures": {"places": "place"},
    "events": {"places": "place", "participants": "party"},
    "place_claims": {"places": "place"},
}


def references(annotation: Annotation) -> Iterator[Reference]:
    """Yield path, kind and value of every id that must be in an authority."""
    about = annotation.about
    yield ("maker",), "maker", annotation.maker
    for name in ("publisher", "agency"):
        yield from _one(about, ("about",), name, "organisation")
    for i, author in enumerate(about.authors):
        yield from _one(author, ("about", "authors", i), "person", "person")
    for i, link in enumerate(about.relations):
        yield from _one(link, ("about", "relations", i), "article", "article")
    for section, fields in _FIELDS.items():
        for i, item in enumerate(getattr(annotation, section)):
            for name, kind in fields.items():
                yield from _one(item, (section, i), name, kind)
            for name, kind in _LISTS.get(section, {}).items():
                yield from _many(getattr(item, name), (section, i, name), kind)


def _one(item: Shape, path: tuple[str | int, ...], name: str, kind: str) -> Iterator[Reference]:
    value = getattr(item, name)
    if value is not None:
        yield (*path, name), kind, value


def _many(
    values: Iterable[str] | Mapping[str, Iterable[str]], path: tuple[str | int, ...], kind: str
) -> Iterator[Reference]:
    if isinstance(values, Mapping):
        for role, ids in values.items():
            yield from _many(ids, (*path, role), kind)
    else:
        for i, value in enumerate(values):
            yield (*path, i), kind, value
