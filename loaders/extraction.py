"""extraction: what the extractor finds in a document, as text that a working file can keep."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from loaders.authorities import Authorities
from loaders.extract.version import extractor_version, is_installed
from loaders.reading.languages import SUPPORTED
from loaders.records import CleanDocument

NOT_INSTALLED = "the language model is not installed; `make test` installs it"


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a version of the extractor found in a text, as `findings_json` writes it."""

    text_sha256: str
    extractor_version: str
    findings: str


def installed_version() -> str:
    """Return the version of the extractor that can run here, `none` where none can."""
    return extractor_version() if is_installed() else "none"


def why_not(document: CleanDocument) -> str | None:
    """Return why the extractor cannot read a document; None where it can."""
    language = document.says("language")
    if language is not None and language.value != SUPPORTED:
        return f"the language '{language.value}' is not supported: only English is read"
    return None if is_installed() else NOT_INSTALLED


def text_hash(document: CleanDocument) -> str:
    """Return the SHA-256 of all of a document that the extractor looks at: paragraphs, roles, date of publication."""
    published = [item.value for item in document.found if item.kind == "published"]
    paragraphs = [(paragraph.number, paragraph.role, paragraph.text) for paragraph in document.paragraphs]
    return hashlib.sha256(json.dumps([published, paragraphs]).encode()).hexdigest()


def extract_anew(document: CleanDocument, known: Authorities) -> Extraction:
    """Read a document with the extractor; the language model is loaded at the first one."""
    # The language model takes seconds to import, and a set-up that only serves has none.
    from loaders.extract.extractor import extract_document  # noqa: PLC0415
    from loaders.extract.findings_json import to_json  # noqa: PLC0415

    findings = extract_document(document, known)
    return Extraction(text_hash(document), extractor_version(), to_json(findings))
