"""findings_json: findings as text and back, so that what was read once need not be read again.

The text is JSON, compressed by zlib, in base 85: plain, it would be ten times as long as the article. What refers to a
name, a date or a statement of the same text does so by its position among them.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter

from loaders.extract.findings import Date, Findings, Name, Statement

_FINDINGS = TypeAdapter(Findings)
Found = Name | Date | Statement


def to_json(findings: Findings) -> str:
    """Return findings as compressed JSON."""
    value = _FINDINGS.dump_python(findings, mode="json")
    for item, packed in zip(findings.figures, value["figures"], strict=True):
        _refer(item, packed, findings)
    for event, packed in zip(findings.events, value["events"], strict=True):
        _refer(event, packed, findings)
    return base64.b85encode(zlib.compress(json.dumps(value, separators=(",", ":")).encode(), 9)).decode()


def from_json(text: str) -> Findings:
    """Return the findings that `to_json` wrote."""
    value = json.loads(zlib.decompress(base64.b85decode(text)))
    for item in (*value["figures"], *value["events"]):
        for name, section in (("date", "dates"), ("statement", "statements")):
            if item[name] is not None:
                item[name] = value[section][item[name]]
        item["places"] = [(role, value["names"][i]) for role, i in item["places"]]
    return _FINDINGS.validate_python(value, strict=False)


def _refer(item: Any, packed: dict[str, Any], findings: Findings) -> None:
    packed["date"] = _position(item.date, findings.dates)
    packed["statement"] = _position(item.statement, findings.statements)
    packed["places"] = [(role, _position(name, findings.names)) for role, name in item.places]


def _position(found: Found | None, among: Sequence[Found]) -> int | None:
    return None if found is None else among.index(found)
