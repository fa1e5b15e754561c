"""What tests of the extractor share: texts parsed as the extractor parses them, one model for all."""

from __future__ import annotations

from loaders.extract.parsing import ParsedParagraph, ParsedText, parse


def parsed(text: str) -> ParsedText:
    """The parse of a text, a paragraph a line that is not blank, numbered from 1."""
    lines, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((offset, line))
        offset += len(line) + 1
    docs = parse(line for _, line in lines)
    return ParsedText(
        tuple(
            ParsedParagraph(number, None, offset, doc)
            for number, ((offset, _), doc) in enumerate(zip(lines, docs, strict=True), 1)
        )
    )
