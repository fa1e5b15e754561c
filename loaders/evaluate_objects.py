"""evaluate_objects: gold of others, in the shape in which `python -m loaders.extract` answers, as items.

A line of the file is `{"id", "text", "date", "gold": [objects]}`; both sides are read by the same rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from loaders.errors import InputError
from loaders.evaluate import Item
from loaders.evaluate_items import bare, keys, singular
from loaders.identifiers import name_key

Object = dict[str, Any]
_PARTIES = {"person", "organisation"}


def gold_of(file: Path) -> Iterator[tuple[str, Object]]:
    """Yield id and content of each line; InputError names the line that is not of the shape."""
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                value = json.loads(line)
                items_of(value["text"], value["gold"])
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise InputError(
                    f'a line is {{"text", "date", "gold": [...]}} ({error!r})', file, number
                ) from error
            yield str(value.get("id", number)), value


def items_of(text: str, objects: Iterable[Object]) -> list[Item]:
    """Return objects of a text as items; the paragraph of each is the number of its non-blank line."""
    found: list[Item] = []
    for item in objects:
        paragraph = sum(1 for line in text[: item["start"]].split("\n")[:-1] if line.strip()) + 1
        found += _items(item, paragraph, text[item["start"] : item["end"]])
    return list(
        {(one.kind, one.paragraph, one.values): one for one in found if one.kind in _ONCE}.values()
    ) + [one for one in found if one.kind not in _ONCE]


# A name counts once a paragraph, a number each time.
_ONCE = {*_PARTIES, "place"}


def _items(item: Object, paragraph: int, words: str) -> Iterator[Item]:
    match item["kind"]:
        case "person" | "organisation" as kind:
            yield Item(kind, paragraph, keys([item.get("entity") or words]))
        case "place":
            at = (item.get("latitude"), item.get("longitude"))
            point = (float(at[0]), float(at[1])) if at[0] is not None and at[1] is not None else None
            yield Item("place", paragraph, frozenset({name_key(words)}), {}, point, item.get("country"))
        case "date":
            yield Item("date words", paragraph, frozenset({bare(words)}))
            if item.get("edtf"):
                yield Item("date", paragraph, frozenset({item["edtf"]}))
        case "figure":
            ends = [item.get(name) for name in ("value", "low", "high")]
            claimant = keys([item["claimant"]]) if item.get("claimant") else frozenset()
            facets = {name: _facet(item.get(name)) for name in ("unit", "comparator")}
            facets["subject"] = _head(item.get("subject"))
            value = "/".join("" if end is None else f"{end:g}" for end in ends)
            yield Item("figure", paragraph, frozenset({value}), {**facets, "claimant": claimant})
        case "event":
            date, place = _facet(item.get("date")), _facet(item.get("place"))
            facets = {"date": date, "place": place, "date beside": date, "place beside": place}
            yield Item("event", paragraph, frozenset({item["type"]}), facets)
        case "statement" if item.get("speaker"):
            yield Item("statement", paragraph, keys([item["speaker"]]))


def _head(words: str | None) -> frozenset[str]:
    """Return the last word of a subject's description, by which it is held equal to another's."""
    return frozenset({singular(name_key(words).split()[-1])}) if words else frozenset()


def _facet(value: str | None) -> frozenset[str]:
    return frozenset({value}) if value else frozenset()
