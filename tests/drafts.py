"""What tests of drafts share: the draft of a few paragraphs of running text."""

from __future__ import annotations

import hashlib
from pathlib import Path

from loaders.annotation import Annotation
from loaders.conduct import Conductor
from loaders.extraction import extract_anew
from loaders.records import CleanDocument, Document, FoundMetadata, Paragraph

ARTICLE = "told"


def told(*paragraphs: str, published: str | None = None) -> CleanDocument:
    """A document of these paragraphs, all of them running text; `published` is an ISO 8601 day."""
    text = "\n".join(paragraphs)
    given = (FoundMetadata("published", published, "external", None, "given"),) if published else ()
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document(Path("told.txt"), ARTICLE, None, "en", text, 1, sha256, None, "text", given)
    numbered = enumerate(paragraphs, 1)
    return CleanDocument(
        document, tuple(Paragraph(i, "body", None, words, i) for i, words in numbered), given
    )


def draft_of(conductor: Conductor, *paragraphs: str, published: str | None = None) -> Annotation:
    """The draft of these paragraphs, as `relokanty load` would write it."""
    document = told(*paragraphs, published=published)
    return conductor.draft(document, extract_anew(document, conductor.authorities).findings).annotation
