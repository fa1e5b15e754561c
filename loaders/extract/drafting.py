"""drafting: what was found in a document as its annotation, to be written as it is or corrected first.

A draft passes the same proof, resolver and writer as a reviewed annotation. What the extractor could not settle is
said: in `unclear`, in scores and reasons, and in notes that become comments of the YAML.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from loaders.annotate import Path_, SourcedAnnotation
from loaders.annotation import Annotation
from loaders.authorities import Authorities
from loaders.edtf_bounds import bounds
from loaders.extract.drafting_about import about
from loaders.extract.drafting_attributes import attributes
from loaders.extract.drafting_figures import FigureDrafts
from loaders.extract.drafting_parts import relate_parts
from loaders.extract.drafting_repeats import joined
from loaders.extract.findings import Date, Event, Figure, Findings, Name, Statement
from loaders.extract.introducing import Introducing
from loaders.extract.quoting import quote
from loaders.extract.same_events import tellings
from loaders.names import NameIndex, find_names
from loaders.number_grammar import NumberWords
from loaders.reading.metadata import story_start
from loaders.records import CleanDocument, FoundMention, Span
from loaders.shapes import parse_shape
from loaders.yaml_source import Lines

MAKER = "extractor"
# Below this, a mention is marked to be looked at.
UNSURE = 0.6
_LONGEST_SHOWN = 80
_TELLING = ("statements", "figures", "attributes", "events")
_DATED = {"DATE", "TIME"}
_ARTICLES = {"", "the", "some", "these", "those", "his", "her", "their"}
_SILENT = {
    "furniture": "counters, buttons and the like",
    "notice": "a message of the site",
    "teaser": "another story",
    "photo_credit": "whose picture it is",
    "masthead": "the publication's name",
    "source_line": "credit or copyright",
    "caption": "what a picture shows",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """An annotation drafted, and what to look at, by the path of the entry."""

    annotation: Annotation
    notes: Mapping[Path_, str]

    def sourced(self, file: Path) -> SourcedAnnotation:
        """Return the annotation as one that came from the document itself."""
        return SourcedAnnotation(self.annotation, file, Lines())


def draft(
    document: CleanDocument,
    findings: Findings,
    known: Authorities,
    index: NameIndex,
    words: NumberWords,
    extractor: str,
) -> Draft:
    """Return the draft of a document out of what the extractor of that version found in it."""
    return _Drafting(document, findings, known, index, words).draft(extractor)


class _Drafting:
    """One draft in the making: sections as plain values, in the shape of an annotation."""

    def __init__(
        self,
        document: CleanDocument,
        findings: Findings,
        known: Authorities,
        index: NameIndex,
        words: NumberWords,
    ) -> None:
        self._document = document
        self._findings = findings
        self._known = known
        self._known_mentions = find_names(document, index)
        self._introducing = Introducing(document.document.article_id, known, self._known_mentions)
        self._figures = FigureDrafts(document, words)
        self._notes: dict[Path_, str] = {}
        self._unclear: list[dict[str, Any]] = []
        self._left_out: list[dict[str, Any]] = []
        self._date_keys: dict[Date, str] = {}
        self._statement_keys: dict[Statement, str] = {}

    def draft(self, extractor: str) -> Draft:
        """Return the draft."""
        self._introducing.add_names(self._findings.names)
        sections: dict[str, Any] = {"about": about(self._document, self._introducing, extractor)}
        sections["mentions"] = [self._mention(i, name) for i, name in enumerate(self._findings.names)]
        sections["not_mentions"] = self._not_mentions()
        sections["dates"] = self._dates()
        sections["statements"] = self._statements()
        sections["figures"] = self._figure_entries(sections["dates"], sections["statements"])
        sections["attributes"] = attributes(
            self._document, self._findings, self._introducing, sections["figures"], self._statement_keys
        )
        sections["events"] = self._events()
        _drop_unused_keys(sections)
        self._account_for_paragraphs(sections)
        sections["left_out"], sections["unclear"] = self._left_out, self._unclear
        sections["introduces"] = {
            name: list(getattr(self._introducing, name).values())
            for name in ("parties", "places", "measures", "events")
            if getattr(self._introducing, name)
        }
        value = {
            "article": self._document.document.article_id,
            "status": "draft",
            "maker": MAKER,
            **{name: section for name, section in sections.items() if section},
        }
        annotation = parse_shape(Annotation, value, self._document.document.file, Lines())
        return Draft(annotation, self._notes)

    def _quote(self, span: Span) -> dict[str, Any]:
        return quote(self._document, span)

    def _told(self, span: Span) -> Span:
        """Return a span without the dateline of its paragraph."""
        start = story_start(self._document.paragraphs[span.paragraph - 1].text)
        return replace(span, start=start) if span.start < start < span.end else span

    def _mention(self, i: int, name: Name) -> dict[str, Any]:
        party, place = self._introducing.target(name)
        entry = self._quote(name.span)
        if party is not None:
            entry["party"] = party
        if place is not None:
            entry["place"] = place
        for field, usual in (("form", "name"), ("reading", "literal")):
            if getattr(name, field) != usual:
                entry[field] = getattr(name, field)
        if name.kind == "place" and place is None:
            self._notes["mentions", i] = "which place is not settled"
        elif name.score < UNSURE:
            self._notes["mentions", i] = f"score {name.score:.2f}"
        reason = name.point.reason if name.point is not None else name.reason
        return {**entry, "score": f"{name.score:.2f}", "reason": reason}

    def _not_mentions(self) -> list[dict[str, Any]]:
        """Deny what looks like a name of the authorities, and is a part of another name or has two owners."""
        settled = {name.span for name in self._findings.names if name.form in {"name", "demonym"}}
        by_span: dict[Span, list[FoundMention]] = {}
        for mention in self._known_mentions:
            if mention.span not in settled:
                by_span.setdefault(mention.span, []).append(mention)
        denied = []
        for span, mentions in by_span.items():
            outer = next((name for name in self._findings.names if name.span.holds(span)), None)
            if outer is not None and mentions[0].reading != "embedded":
                denied.append({**self._quote(span), "reason": f"a part of the name {outer.text}"})
            elif len({(mention.party, mention.place) for mention in mentions}) > 1:
                denied.append({**self._quote(span), "reason": "two of the authorities have this name"})
        return denied

    def _dates(self) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = []
        seen: set[Span] = set()
        for date in self._findings.dates:
            if date.timex3_type not in _DATED or date.phrase in seen:
                continue
            seen.add(date.phrase)
            if date.rule not in self._known.rules:
                self._not_told(date.phrase, f"the date {date.text}", f"no rule '{date.rule}' is known")
                continue
            entry = {**self._quote(date.phrase), "key": f"d{len(entries) + 1}"}
            edtf = _readable(date.period) or _readable(date.edtf)
            rule = self._known.rules[date.rule]
            if edtf is None:
                entry["evidence"] = {"date": {"basis": "not_stated", "reasoning": rule.meaning}}
            else:
                entry["edtf"] = edtf
                self._date_keys[date] = entry["key"]
                if rule.basis not in {None, "external"} or date.anchor != "printed":
                    entry["evidence"] = {"date": {"basis": "inferred", "reasoning": rule.meaning}}
            entries.append({**entry, "anchor": date.anchor, "rule": date.rule})
        return entries

    def _statements(self) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = []
        for statement in self._findings.statements:
            own_voice = statement.form in {"authorial", "gloss"}
            speaker = None
            if not own_voice:
                speaker = self._speaker(statement)
                if speaker is None:
                    self._not_told(statement.span, "who says", "the extractor could not tell the speaker")
                    continue
            key = f"s{len(entries) + 1}"
            self._statement_keys[statement] = key
            entry = {
                **self._quote(self._told(statement.span)),
                "key": key,
                "form": statement.form,
                "gist": self._gist(statement),
            }
            if speaker is not None:
                entry["speaker"] = speaker
            if statement.form == "direct":
                entry["quotation"] = statement.quotation or "complete"
            if statement.modality != "asserted":
                entry["modality"] = statement.modality
            if statement.modality == "conditional":
                entry["condition"] = entry["gist"]
            outside = statement.speaker_span is not None and not statement.span.holds(statement.speaker_span)
            if outside and statement.speaker_span is not None and speaker is not None:
                at = self._quote(statement.speaker_span)
                entry["evidence"] = {"speaker_id": {"basis": "stated", "at": at}}
            entries.append(entry)
        return entries

    def _speaker(self, statement: Statement) -> str | None:
        because = f"Speaks in paragraph {statement.span.paragraph}."
        counted = self._counted_at(statement.speaker_span)
        return counted or self._introducing.party_of(statement.entity, statement.speaker or "", because)

    def _gist(self, statement: Statement) -> str:
        spans = [self._told(span) for span in statement.content or (statement.span,)]
        texts = [self._document.paragraphs[s.paragraph - 1].text[s.start : s.end] for s in spans]
        return (" ".join(" ".join(texts).split()) or statement.text).removeprefix("that ")

    def _figure_entries(
        self, dates: Sequence[Mapping[str, Any]], statements: Sequence[Mapping[str, Any]]
    ) -> list[dict[str, Any]]:
        entries: list[tuple[Figure, dict[str, Any]]] = []
        for figure in self._findings.figures:
            entry, problem = self._figures.entry(figure)
            if entry is None:
                self._not_told(figure.span, f"the number {figure.text}", problem)
                continue
            entry["measure"] = self._introducing.measure_of(figure)
            subject = self._subject(figure)
            if subject is not None:
                entry["subject"] = subject
            places: dict[str, list[str]] = {}
            for role, name in figure.places:
                _, place = self._introducing.target(name)
                if place is not None and place not in places.setdefault(role, []):
                    places[role].append(place)
            if any(places.values()):
                entry["places"] = {role: ids for role, ids in places.items() if ids}
            if figure.date in self._date_keys:
                column = "as_of" if figure.accumulation == "stock" else "period"
                entry[column] = self._date_keys[figure.date]
            if figure.statement in self._statement_keys:
                entry["statement"] = self._statement_keys[figure.statement]
            elif figure.statement is not None:
                reason = "Reported speech; the extractor could not tell who speaks."
                entry["evidence"] = {"statement_id": {"basis": "not_stated", "reasoning": reason}}
            if figure.subject is not None and not figure.span.holds(figure.subject.span):
                at = self._quote(figure.subject.span)
                entry["evidence"] = {**entry.get("evidence", {}), "subject_id": {"basis": "stated", "at": at}}
            entries.append((figure, entry))
        speakers = {entry["key"]: entry.get("speaker") for entry in statements}
        days = {entry["key"]: entry["edtf"] for entry in dates if "edtf" in entry}
        told, by_number = joined(entries, speakers, days)
        relate_parts(self._findings.figures, by_number)
        return told

    def _subject(self, figure: Figure) -> str | None:
        if figure.subject is None:
            return None
        because = f"Counted in paragraph {figure.subject.span.paragraph}."
        return self._introducing.subject_of(figure.subject, because)

    def _counted_at(self, span: Span | None) -> str | None:
        """Return the people whom words that begin with their number mean: `five officers` are the officers counted."""
        for figure in self._findings.figures:
            subject = figure.subject
            if span is not None and subject is not None and span.holds(subject.span):
                text = self._document.paragraphs[span.paragraph - 1].text
                before = text[span.start : figure.span.start]
                if span.holds(figure.number) and before.strip().lower() in _ARTICLES:
                    return self._subject(figure)
        return None

    def _events(self) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = []
        seen: set[tuple[Any, ...]] = set()
        first_told = tellings(self._findings.events)
        for event, first in zip(self._findings.events, first_told, strict=True):
            if event.type not in self._known.event_types:
                self._not_told(event.span, event.type, "the authorities have no such type of event")
                continue
            span = self._told(event.span)
            entry = {
                **self._quote(span),
                "event": self._introducing.event_of(self._findings.events[first]),
            }
            key = tuple(entry.values())
            if key in seen:
                continue
            seen.add(key)
            text = self._document.paragraphs[span.paragraph - 1].text[span.start : span.end]
            entry |= {"gist": " ".join(text.split()), "status": event.status}
            if event.date in self._date_keys:
                entry["date"] = self._date_keys[event.date]
            else:
                reason = "No date of its own was found."
                entry["evidence"] = {"date": {"basis": "not_stated", "reasoning": reason}}
            entry |= self._parts(event)
            if event.statement in self._statement_keys:
                entry["statement"] = self._statement_keys[event.statement]
            entries.append(entry)
        return entries

    def _parts(self, event: Event) -> dict[str, Any]:
        """Return the places and the participants of an event, by role."""
        places: dict[str, list[str]] = {}
        for role, name in event.places:
            _, place = self._introducing.target(name)
            if place is not None and place not in places.get(role, []):
                places.setdefault(role, []).append(place)
        participants: dict[str, list[str]] = {}
        for one in event.participants:
            because = f"Takes part in what paragraph {event.span.paragraph} tells."
            counted = self._counted_at(one.span)
            party = counted or self._introducing.party_of(one.entity, one.text, because)
            if party is not None and party not in participants.get(one.role, []):
                participants.setdefault(one.role, []).append(party)
        sections = {"places": places, "participants": participants}
        return {name: value for name, value in sections.items() if value}

    def _not_told(self, span: Span, item: str, reason: str) -> None:
        entry = self._quote(span)
        words = entry.get("quote", "the whole paragraph")
        shown = words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN].rsplit(' ', 1)[0]} ..."
        told = {other["item"] for other in self._unclear if other["p"] == entry["p"]}
        items = (f"{item}{number}: {shown}" for number in ("", *(f" ({n})" for n in range(2, len(told) + 3))))
        self._unclear.append({**entry, "item": next(i for i in items if i not in told), "reason": reason})

    def _account_for_paragraphs(self, sections: Mapping[str, Any]) -> None:
        """Say of each paragraph without a claim why it has none."""
        telling = {entry["p"] for name in _TELLING for entry in sections[name]}
        telling |= {entry["p"] for entry in self._unclear}
        for entry in sections["figures"]:
            for quoted in (quoted for quoted in entry.get("also", ()) if quoted["p"] not in telling):
                reason = f"tells again what paragraph {entry['p']} tells"
                self._left_out.append({"p": quoted["p"], "item": "the whole paragraph", "reason": reason})
                telling.add(quoted["p"])
        for paragraph in self._document.paragraphs:
            if paragraph.number in telling or paragraph.role in {"title", "byline"}:
                continue
            entry = {"p": paragraph.number, "item": "the whole paragraph"}
            if paragraph.role in _SILENT:
                self._left_out.append({**entry, "reason": f"{paragraph.role}: {_SILENT[paragraph.role]}"})
            else:
                self._unclear.append({**entry, "reason": "the extractor found no claim in it"})


def _drop_unused_keys(sections: Mapping[str, Any]) -> None:
    """Take away the keys of dates to which nothing refers."""
    entries = [*sections["figures"], *sections["events"]]
    used = {entry.get(name) for entry in entries for name in ("period", "as_of", "date")}
    for date in sections["dates"]:
        if date["key"] not in used:
            del date["key"]


def _readable(edtf: str | None) -> str | None:
    """Return an EDTF date that the resolver can read, else None."""
    if edtf is None:
        return None
    try:
        bounds(edtf)
    except ValueError:
        return None
    return edtf
