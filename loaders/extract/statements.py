"""Find the statements of a text: words that somebody said or wrote, quoted or reported, with who said them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.extract.attribution import Attribution, speech
from loaders.extract.findings import Name, Statement
from loaders.extract.parsing import ParsedParagraph, ParsedText
from loaders.extract.quotations import Quotation, find_quotations, is_fragment
from loaders.extract.speakers import Speaker, speaker_of
from loaders.records import Span

# Quoted words beside an attribution: at most these marks and blanks between.
_BESIDE = re.compile(r"[\s,.;:—–-]*")
_SENTENCE = re.compile(r"\w+[^\w]+\w+[^\w]+\w+")
# How many paragraphs back a pronoun may look.
_BACK = 2
_OPENING = tuple('“"«‘„')


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement being put together: code points of its parts in one paragraph."""

    attribution: Attribution | None
    speaker: Speaker | None
    content: tuple[tuple[int, int], ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class _Scene:
    """Who may be meant in a paragraph: its names, persons named shortly before, who spoke last, whose words go on."""

    names: Sequence[Name]
    earlier: Sequence[Name]
    spoke: str | None
    goes_on: Speaker | None


def find_statements(text: ParsedText, names: Sequence[Name] = ()) -> tuple[Statement, ...]:
    """Return the statements of all paragraphs in order; `names` are those found in the same text."""
    found: list[Statement] = []
    spoke: str | None = None
    goes_on: Speaker | None = None
    by_paragraph: dict[int, list[Name]] = {}
    for name in names:
        by_paragraph.setdefault(name.span.paragraph, []).append(name)
    for paragraph in text.paragraphs:
        near = range(paragraph.number - _BACK, paragraph.number)
        earlier = [name for number in near for name in by_paragraph.get(number, []) if name.kind == "person"]
        scene = _Scene(by_paragraph.get(paragraph.number, []), earlier, spoke, goes_on)
        words = paragraph.printed
        drafts, leading = _drafts(paragraph, words, scene)
        statements = [_statement(paragraph.number, words, draft) for draft in drafts]
        found += sorted(statements, key=lambda statement: (statement.span.start, -statement.span.end))
        speakers = {
            draft.speaker.entity or draft.speaker.text: draft.speaker for draft in drafts if draft.speaker
        }
        goes_on = leading or (next(iter(speakers.values())) if len(speakers) == 1 else None)
        spoke = next(
            (entity for entity in reversed([speaker.entity for speaker in speakers.values()]) if entity),
            spoke,
        )
        spoke = leading.entity if leading and leading.entity else spoke
    return tuple(found)


def _drafts(paragraph: ParsedParagraph, words: str, scene: _Scene) -> tuple[list[_Draft], Speaker | None]:
    """Return the statements of a paragraph, and the speaker whose words the next one gives, if it leads in to them."""
    quotations = find_quotations(words)
    drafts: list[_Draft] = []
    taken: set[Quotation] = set()
    leading: Speaker | None = None
    spoke = scene.spoke
    attributions = [
        attribution
        for attribution in speech().attributions(paragraph.doc, words)
        if not any(_inside(attribution.cue, quotation) for quotation in quotations)
    ]
    owners = _owners(words, attributions, quotations)
    for attribution in attributions:
        speaker = None
        if attribution.speaker is not None:
            speaker = speaker_of(attribution.speaker, paragraph.number, scene.names, scene.earlier, spoke)
            spoke = speaker.entity or spoke
        if attribution.rule == "lead-in":
            leading = speaker
            continue
        others = [quotation for quotation, owner in owners.items() if owner is not attribution]
        beside = [quotation for quotation in quotations if quotation not in taken and quotation not in others]
        own = [quotation for quotation in beside if _belongs(words, attribution, quotation)]
        if attribution.needs_quotation and not own:
            continue
        taken.update(own)
        content = _merged(words, _without(attribution.content, others), own)
        if content:
            drafts.append(_Draft(attribution, speaker, content, tuple(own)))
    goes_on = None if drafts else scene.goes_on
    for quotation in quotations:
        if quotation not in taken:
            _place(words, quotation, drafts, goes_on)
    return drafts, leading if words.rstrip().endswith(":") else None


def _owners(
    words: str, attributions: Sequence[Attribution], quotations: Sequence[Quotation]
) -> dict[Quotation, Attribution]:
    """Return whose the quotations are that are followed at once by who said them: no one before said those."""
    owners: dict[Quotation, Attribution] = {}
    for attribution in attributions:
        start = attribution.cue[0]
        if attribution.speaker is not None:
            start = min(start, attribution.speaker.left_edge.idx)
        for quotation in quotations:
            if quotation.end <= start and not words[quotation.end : start].strip(" ,\n"):
                owners.setdefault(quotation, attribution)
    return owners


def _without(
    content: tuple[tuple[int, int], ...], quotations: Sequence[Quotation]
) -> tuple[tuple[int, int], ...]:
    """Return the parts of what was said as far as they stand before the first of these quotations that they touch."""
    kept = []
    for start, end in content:
        touched = [
            quotation.start for quotation in quotations if start < quotation.end and quotation.start < end
        ]
        kept.append((start, max(start, min([end, *touched]))))
    return tuple((start, end) for start, end in kept if start < end)


def _place(words: str, quotation: Quotation, drafts: list[_Draft], goes_on: Speaker | None) -> None:
    """Add a quotation that no words of speech claim: to the one just before it, or as a statement of its own."""
    before = drafts[-1] if drafts and drafts[-1].quotations else None
    inner = words[quotation.inner_start : quotation.inner_end]
    gap = words[before.quotations[-1].end : quotation.start] if before else ""
    follows = (
        before is not None
        and before.quotations[-1].end <= quotation.start
        and len(gap) < 160
        and gap.rstrip().endswith((".", "?", "!", ",", ":"))
    )
    stands_alone = not words[: quotation.start].strip() or goes_on is not None
    if is_fragment(words, quotation) or not _SENTENCE.search(inner):
        return
    part = (quotation.start, quotation.end)
    if follows and before is not None:
        drafts[-1] = replace(
            before, content=(*before.content, part), quotations=(*before.quotations, quotation)
        )
    elif stands_alone or quotation.state != "complete":
        drafts.append(_Draft(None, goes_on, (part,), (quotation,)))


def _inside(cue: tuple[int, int], quotation: Quotation) -> bool:
    return quotation.state == "complete" and quotation.start < cue[0] and cue[1] < quotation.end


def _belongs(words: str, attribution: Attribution, quotation: Quotation) -> bool:
    """Tell whether quoted words are part of what is put down to a speaker, or stand beside it."""
    for start, end in attribution.content:
        if start < quotation.end and quotation.start < end:
            return True
    start, end = attribution.cue
    if quotation.end <= start:
        return _BESIDE.fullmatch(words[quotation.end : start]) is not None
    return quotation.start >= end and _BESIDE.fullmatch(words[end : quotation.start]) is not None


def _merged(
    words: str, content: tuple[tuple[int, int], ...], quotations: Sequence[Quotation]
) -> tuple[tuple[int, int], ...]:
    """Return the parts of what was said, each widened to the quotations that it touches, in order."""
    parts = [*content, *((quotation.start, quotation.end) for quotation in quotations)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple((start, end) for start, end in merged if words[start:end].strip())


def _statement(number: int, words: str, draft: _Draft) -> Statement:
    places = [place for part in draft.content for place in part]
    if draft.attribution is not None:
        places += draft.attribution.cue
        if draft.speaker is not None and draft.speaker.span.paragraph == number:
            beside = draft.speaker.span
            if min(places) - 80 <= beside.end and beside.start <= max(places) + 80:
                places += [beside.start, beside.end]
    span = Span(number, min(places), max(places))
    said = " ".join(words[start:end] for start, end in draft.content)
    return Statement(
        span=span,
        text=words[span.start : span.end],
        speaker=None if draft.speaker is None else draft.speaker.text,
        speaker_span=None if draft.speaker is None else draft.speaker.span,
        entity=None if draft.speaker is None else draft.speaker.entity,
        cue=None if draft.attribution is None else Span(number, *draft.attribution.cue),
        content=tuple(Span(number, start, end) for start, end in draft.content),
        form="direct" if draft.quotations else "indirect",
        quotation=_quotation(words, draft),
        modality=_modality("" if draft.attribution is None else draft.attribution.lemma, said),
        rule="standing-alone" if draft.attribution is None else draft.attribution.rule,
    )


def _quotation(words: str, draft: _Draft) -> str | None:
    """Return the state of the quotation as a term of QUOTATIONS; None where nothing is quoted."""
    if not draft.quotations:
        return None
    for state in ("cut", "unopened"):
        if any(quotation.state == state for quotation in draft.quotations):
            return state
    if all(is_fragment(words, quotation) for quotation in draft.quotations):
        return "fragment"
    return "split" if len(draft.quotations) > 1 else "complete"


def _modality(lemma: str, said: str) -> str:
    """Return the modality of what was said: by its verb, else by its own words, else asserted."""
    for term, verbs in speech().modality.items():
        if lemma in verbs:
            return term
    for term, pattern in speech().content.items():
        if pattern.search(said):
            return term
    return "asserted"
