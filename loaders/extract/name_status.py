"""name_status: whether a person's name is real, a stand-in, a first name only, or kept back, as the text declares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders import yaml_source
from loaders.errors import InputError
from loaders.extract.findings import Name
from loaders.extract.gazetteer import LEXICON
from loaders.extract.name_lexicon import name_lexicon
from loaders.extract.parsing import ParsedParagraph, ParsedText

_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[\"“‘A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class _Declarations:
    """Expressions by which a text declares a status: of the nearest person, and of all named by one word."""

    hints: tuple[str, ...]
    nearest: tuple[tuple[str, re.Pattern[str]], ...]
    everybody: tuple[tuple[str, re.Pattern[str]], ...]


@lru_cache(maxsize=1)
def _declarations() -> _Declarations:
    file = LEXICON / "name_status.yaml"
    source, _ = yaml_source.read(file)
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {"nearest": [], "all": []}
    try:
        hints = tuple(source.pop("hints"))
        for status, scopes in source.items():
            for scope, expressions in scopes.items():
                joined = "|".join(f"(?:{expression})" for expression in expressions)
                found[scope].append((status, re.compile(joined, re.IGNORECASE)))
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise InputError(f"not lists of regular expressions ({error})", file) from error
    return _Declarations(hints, tuple(found["nearest"]), tuple(found["all"]))


def with_status(text: ParsedText, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names in the same order, persons with a term of NAME_STATUSES; all names of one person share it."""
    persons = [name for name in names if name.kind == "person"]
    declared: dict[str, str] = {}
    for paragraph in text.paragraphs:
        printed = paragraph.printed.replace("’", "'")
        if not any(hint in printed for hint in _declarations().hints):
            continue
        for status, expression in _declarations().everybody:
            if expression.search(printed):
                declared.update({name.entity: status for name in persons if " " not in name.entity})
        for status, expression in _declarations().nearest:
            for match in expression.finditer(printed):
                nearest = _nearest(paragraph, match.start(), match.end(), persons)
                if nearest is not None:
                    declared.setdefault(nearest.entity, status)
    return tuple(
        replace(name, name_status=declared.get(name.entity) or _plain(name.entity))
        if name.kind == "person"
        else name
        for name in names
    )


def _nearest(paragraph: ParsedParagraph, start: int, end: int, persons: Sequence[Name]) -> Name | None:
    """Return the last person before the declaration in its sentence, else the first after, else the last before."""
    here = [name for name in persons if name.span.paragraph == paragraph.number]
    before = [name for name in here if name.span.end <= start]
    text = paragraph.printed
    in_sentence = [name for name in before if not _SENTENCE_END.search(text, name.span.end, start)]
    after = [
        name
        for name in here
        if name.span.start >= end and not _SENTENCE_END.search(text, end, name.span.start)
    ]
    for group in (in_sentence[-1:], after[:1], before[-1:]):
        if group:
            return group[0]
    return None


def _plain(entity: str) -> str:
    return "first_name_only" if " " not in entity and name_lexicon().is_given(entity) else "real"
