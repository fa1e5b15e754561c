"""resolve: names to parties and places, time expressions to days, references to what they mean."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass

from loaders import annotation as shapes
from loaders.annotate import Path_, SourcedAnnotation
from loaders.annotation import Basis, DateReference, EvidenceByColumn, GivenDate
from loaders.authorities import Authorities
from loaders.edtf_bounds import iso_days, precision
from loaders.identifiers import is_introduced
from loaders.intervals import Interval, read_interval, rules_by_comparator
from loaders.introduced import joined
from loaders.names import NameIndex, find_names
from loaders.number_grammar import NumberWords
from loaders.numbers import ReadNumber, UnreadNumber, read_number
from loaders.prove import Proof, occurrences
from loaders.records import CleanDocument, FoundMention, KnownDate, Span
from loaders.references import references
from schema import Base

# The table that a section's entries become rows of.
_TABLES = {
    "dates": "dates",
    "statements": "statements",
    "figures": "figures",
    "attributes": "person_attributes",
    "events": "event_reports",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with everything that was read out of it: proved, and every name and reference resolved.

    `authorities` hold what the annotation introduces too.
    Keys of `statement_ids` and `figure_ids` are positions in the annotation's lists; `date_of` and `number_of`
    are keyed by the path of the value in the annotation.
    """

    document: CleanDocument
    annotation: shapes.Annotation
    authorities: Authorities
    proof: Proof
    mentions: Sequence[FoundMention]
    statement_ids: Sequence[str]
    figure_ids: Sequence[str]
    statement_by_key: Mapping[str, str]
    figure_by_key: Mapping[str, str]
    date_of: Mapping[Path_, KnownDate]
    number_of: Sequence[ReadNumber]
    interval_of: Sequence[Interval]

    def span(self, quote: shapes.Quote) -> Span:
        """Return where a quote stands."""
        return self.proof[quote.anchor]


class Resolver:
    """Resolves annotations against one set of authorities; `held` are ids of articles that others may rest on too."""

    def __init__(
        self, authorities: Authorities, number_words: NumberWords, held: Collection[str] = ()
    ) -> None:
        self.held = held
        self.authorities = authorities
        self.number_words = number_words
        self.names = NameIndex(authorities)
        self._interval_rules = rules_by_comparator(authorities.rules.values())

    def resolve(
        self,
        document: CleanDocument,
        source: SourcedAnnotation,
        proof: Proof,
        also_held: Container[str] = (),
    ) -> Reading:
        """Return the reading of a document, which may rest on the articles of `also_held` too.

        Raises InputError naming the line where an id is in no authority, a key or a date is not in the annotation,
        a date is impossible, or a printed number cannot be read.
        """
        content = source.content
        lists = joined(self.authorities, source)
        self._check_ids(source, lists, also_held)
        statement_ids = _ids(content.article, [proof[item.anchor] for item in content.statements])
        figure_ids = _ids(content.article, [proof[item.anchor] for item in content.figures])
        _check_keys(source)
        _check_evidence(source)
        dates, numbers = self._dates(source, proof), self._numbers(source)
        return Reading(
            document=document,
            annotation=content,
            authorities=lists,
            proof=proof,
            mentions=self._mentions(document, source, proof),
            statement_ids=statement_ids,
            figure_ids=figure_ids,
            statement_by_key=_by_key(
                source, "statements", [s.key for s in content.statements], statement_ids
            ),
            figure_by_key=_by_key(source, "figures", [f.key for f in content.figures], figure_ids),
            date_of={**dates, **_referenced_dates(source, dates)},
            number_of=numbers,
            interval_of=[
                read_interval(number, figure.comparator, self._interval_rules)
                for number, figure in zip(numbers, content.figures, strict=True)
            ],
        )

    def _check_ids(self, source: SourcedAnnotation, lists: Authorities, also_held: Container[str]) -> None:
        known: dict[str, Collection[str]] = {
            "party": lists.parties,
            "person": [key for key, party in lists.parties.items() if party.kind == "person"],
            "organisation": [key for key, party in lists.parties.items() if party.kind == "organisation"],
            "place": lists.places,
            "measure": lists.measures,
            "event": lists.events,
            "proposition": lists.propositions,
            "rule": lists.rules,
            "maker": lists.makers,
            "article": {*lists.articles, *self.held},
        }
        for path, kind, value in references(source.content):
            if value not in known[kind] and not (kind == "article" and value in also_held):
                where = "that the article introduces" if is_introduced(value) else "in the authorities"
                raise source.error(f"'{value}' is not the id of any {kind} {where}", path)

    def _mentions(
        self, document: CleanDocument, source: SourcedAnnotation, proof: Proof
    ) -> list[FoundMention]:
        given = [
            FoundMention(proof[m.anchor], m.party, m.place, m.form, m.reading, m.score, m.reason)
            for m in source.content.mentions
        ]
        denied = {proof[quote.anchor] for quote in source.content.not_mentions}
        settled = denied | {mention.span for mention in given if mention.form in {"name", "demonym"}}
        found = [mention for mention in find_names(document, self.names) if mention.span not in settled]
        by_name: dict[Span, FoundMention] = {}
        for mention in found:
            other = by_name.setdefault(mention.span, mention)
            if (other.party, other.place) != (mention.party, mention.place):
                text = document.paragraphs[mention.span.paragraph - 1].text[
                    mention.span.start : mention.span.end
                ]
                one, two = other.party or other.place, mention.party or mention.place
                place = f"in paragraph {mention.span.paragraph}"
                message = f"“{text}” {place} may be {one} or {two}; say which in mentions"
                raise source.error(message, ("mentions",))
        unique = {(m.span, m.party, m.place): m for m in [*by_name.values(), *given]}
        return sorted(unique.values(), key=lambda m: (m.span, m.party or "", m.place or ""))

    def _dates(self, source: SourcedAnnotation, proof: Proof) -> dict[Path_, KnownDate]:
        dates: dict[Path_, KnownDate] = {}
        for i, item in enumerate(source.content.dates):
            evidence, rule = item.evidence.get("date"), self.authorities.rules[item.rule]
            if item.edtf is None:
                if evidence is None or evidence.basis != "not_stated":
                    raise source.error(
                        "a date without edtf needs evidence {date: {basis: not_stated, ...}}", ("dates", i)
                    )
                continue
            if rule.basis is not None and rule.basis != "external" and evidence is None:
                raise source.error(
                    f"rule '{item.rule}' infers: say why in evidence {{date: ...}}", ("dates", i)
                )
            by_rule = (
                Basis(basis=rule.basis, reasoning=rule.meaning, source=rule.source) if rule.basis else None
            )
            dates["dates", i] = _known(item.edtf, proof[item.anchor], evidence or by_rule)
        return dates

    def _numbers(self, source: SourcedAnnotation) -> list[ReadNumber]:
        numbers = []
        for i, figure in enumerate(source.content.figures):
            if not occurrences(figure.quote or "", figure.number):
                raise source.error(
                    f"the number '{figure.number}' does not stand in the quote", ("figures", i, "number")
                )
            try:
                numbers.append(read_number(figure.number, self.number_words))
            except UnreadNumber as error:
                raise source.error(str(error), ("figures", i, "number")) from error
        return numbers


def _check_keys(source: SourcedAnnotation) -> None:
    """Refuse keys of statements and figures that no entry has."""
    content = source.content
    statements = {statement.key for statement in content.statements}
    figures = {figure.key for figure in content.figures if figure.key}
    used: list[tuple[Path_, str | None, Collection[str]]] = []
    for i, figure in enumerate(content.figures):
        used += [(("figures", i, "statement"), figure.statement, statements)]
        used += [(("figures", i, "base"), figure.base, figures)]
        used += [
            (("figures", i, "relations", j), link.figure, figures) for j, link in enumerate(figure.relations)
        ]
    for i, attribute in enumerate(content.attributes):
        used += [(("attributes", i, "statement"), attribute.statement, statements)]
        used += [(("attributes", i, "figure"), attribute.figure, figures)]
    used += [
        (("events", i, "statement"), event.statement, statements) for i, event in enumerate(content.events)
    ]
    for path, key, known in used:
        if key is not None and key not in known:
            raise source.error(f"no entry has the key '{key}'", path)


def _check_evidence(source: SourcedAnnotation) -> None:
    """Refuse evidence for columns that a row of the section does not have."""
    content = source.content
    sections: list[tuple[Path_, str, EvidenceByColumn]] = [(("about",), "articles", content.about.evidence)]
    for section, table in _TABLES.items():
        sections += [((section, i), table, item.evidence) for i, item in enumerate(getattr(content, section))]
    for path, table, evidence in sections:
        for column in evidence:
            if column not in Base.metadata.tables[table].columns:
                raise source.error(f"{table} has no column '{column}'", (*path, "evidence", column))


def _known(edtf: str, span: Span | None, basis: Basis | None = None) -> KnownDate:
    return KnownDate(edtf, *iso_days(edtf), precision(edtf), span, basis)


def _referenced_dates(source: SourcedAnnotation, dates: Mapping[Path_, KnownDate]) -> dict[Path_, KnownDate]:
    """Return the date of every field that refers to one, by its path."""
    content = source.content
    result: dict[Path_, KnownDate] = {}
    fields = {
        "statements": ("said",),
        "figures": ("period", "as_of"),
        "attributes": ("date",),
        "events": ("date",),
    }
    for section, names in fields.items():
        for i, item in enumerate(getattr(content, section)):
            for name in names:
                reference: DateReference | None = getattr(item, name)
                path: Path_ = (section, i, name)
                if isinstance(reference, GivenDate):
                    result[path] = _known(reference.edtf, None, reference)
                elif reference is not None:
                    result[path] = dates["dates", _date_position(source, reference, item.p, path)]
    for i, published in enumerate(content.about.dates):
        path = ("about", "dates", i)
        result[*path, "best"] = _known(published.edtf, None)
        result[*path, "widest"] = _known(published.widest or published.edtf, None)
    return result


def _date_position(source: SourcedAnnotation, reference: str, paragraph: int, path: Path_) -> int:
    """Return the position of the date meant: by key, else by its words, in the same paragraph before others."""
    dates = source.content.dates
    by_key = [i for i, date in enumerate(dates) if date.key == reference]
    by_words = [i for i, date in enumerate(dates) if date.quote == reference]
    near = [i for i in by_words if dates[i].p == paragraph]
    for candidates in (by_key, near, by_words):
        if len(candidates) == 1 and dates[candidates[0]].edtf is not None:
            return candidates[0]
        if len(candidates) > 1:
            raise source.error(f"'{reference}' is the words of {len(candidates)} dates; give one a key", path)
    raise source.error(
        f"'{reference}' is neither the key nor the words of an entry of dates that has an edtf", path
    )


def _ids(article: str, spans: Sequence[Span]) -> list[str]:
    """Return `<article>-p<paragraph>-<offset>` for each span, with a letter where several share it."""
    stems = [f"{article}-p{span.paragraph}-{span.start}" for span in spans]
    seen: dict[str, int] = {}
    result = []
    for stem in stems:
        position = seen[stem] = seen.get(stem, -1) + 1
        result.append(stem if stems.count(stem) == 1 else f"{stem}-{_letters(position)}")
    return result


def _letters(position: int) -> str:
    """Return a, b ... z, aa, ab ... for 0, 1 ..."""
    rest, last = divmod(position, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("a") + last)


def _by_key(
    source: SourcedAnnotation, section: str, keys: Sequence[str | None], ids: Sequence[str]
) -> dict[str, str]:
    result: dict[str, str] = {}
    for i, (key, row_id) in enumerate(zip(keys, ids, strict=True)):
        if key in result:
            raise source.error(f"the key '{key}' stands twice in {section}; keep one", (section, i, "key"))
        if key is not None:
            result[key] = row_id
    return result
