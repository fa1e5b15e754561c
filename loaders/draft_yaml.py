"""draft_yaml: an annotation as YAML for a person to correct, one entry in one flow mapping, with what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from loaders.extract.drafting import Draft

_WIDTH = 112
_INDENT = "  - "


def to_yaml(draft: Draft, extractor: str) -> str:
    """Return the YAML of a draft; read again as an annotation, it is the same.

    Comments say how to make it a reviewed one, and stand above each entry that the extractor is not sure of.
    """
    value = draft.annotation.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    lines = [
        f"# Drafted by the extractor {extractor}; nobody has looked at it yet.",
        "# Correct it; then set status to reviewed and maker to an entry of makers.yaml, and load the document again:",
        "# beside its document, under the same name with the ending .yaml, it counts as its annotation.",
    ]
    lines += [f"{name}: {_flow(value.pop(name))}" for name in ("article", "status", "maker")]
    for section, content in value.items():
        lines += ["", *_section(section, content, draft)]
    return "\n".join(lines) + "\n"


def _section(section: str, content: Any, draft: Draft) -> Iterator[str]:
    yield f"{section}:"
    if isinstance(content, dict):
        for name, part in content.items():
            if section == "introduces":
                yield f"  {name}:"
                for entry in part:
                    yield _indented(_flow(entry), "    - ")
            else:
                yield _indented(f"{name}: {_flow(part)}", "  ")
        return
    for i, entry in enumerate(content):
        note = draft.notes.get((section, i))
        if note is not None:
            yield f"  # {note}"
        yield _indented(_flow(entry), _INDENT)


def _flow(value: Any) -> str:
    """Return a value in flow style, over several lines where it is long."""
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return str(text).removesuffix("\n").removesuffix("\n...")


def _indented(text: str, first: str) -> str:
    """Return text with its first line behind `first` and the others below it."""
    return first + text.replace("\n", "\n" + " " * len(first))
