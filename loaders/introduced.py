"""The authorities as one article sees them: the curated ones, and what the article itself introduces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from loaders.annotate import SourcedAnnotation
from loaders.authorities import Authorities, Entry, references_of
from loaders.identifiers import INTRODUCED

SECTIONS = ("parties", "places", "measures", "events")


def joined(authorities: Authorities, source: SourcedAnnotation) -> Authorities:
    """Return the authorities with what the annotation introduces.

    Raises InputError naming the line of an entry whose id is not `<name>--<article>` or stands twice, that has no
    name, or that refers to an entry which is neither in the authorities nor introduced here.
    """
    content = source.content
    lists: dict[str, Mapping[str, Entry]] = {"event_types": authorities.event_types}
    for section in SECTIONS:
        own: dict[str, Entry] = {}
        for i, entry in enumerate(getattr(content.introduces, section)):
            path = ("introduces", section, i)
            if not entry.id.endswith(f"{INTRODUCED}{content.article}"):
                raise source.error(f"'{entry.id}' must be <name>{INTRODUCED}{content.article}", path)
            if entry.id in own:
                raise source.error(f"the id '{entry.id}' stands twice in {section}; keep one", path)
            if not entry.name:
                raise source.error(f"'{entry.id}' has no name", path)
            own[entry.id] = entry
        lists[section] = {**getattr(authorities, section), **own}
    for section in SECTIONS:
        for i, entry in enumerate(getattr(content.introduces, section)):
            for kind, target in references_of(entry):
                if target not in lists[kind]:
                    raise source.error(
                        f"'{entry.id}' names '{target}', which is neither in {kind}.yaml nor introduced",
                        ("introduces", section, i),
                    )
    return replace(authorities, **{section: lists[section] for section in SECTIONS})  # type: ignore[arg-type]
