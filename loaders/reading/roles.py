"""The role and block of each paragraph of a page, told by rule: by its words, its form, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loaders.reading import line_kinds
from loaders.reading.line_kinds import LineKind

_LABEL: Final = re.compile(r".{1,60}?\d{1,3} ?min(?:ute)?s?(?: read)?", re.IGNORECASE)
# Lines that name the publication, which may then stand alone in the head.
_PUBLISHER: Final = (
    re.compile(r"more from (?P<name>.{1,60})$", re.IGNORECASE),
    re.compile(r"(?:copyright |© ?|\(c\) ?){1,2}\d{4} (?P<name>[^,.|]{2,60})", re.IGNORECASE),
)
_COMMENT: Final = re.compile(r".{1,40} says:|reply|report comment", re.IGNORECASE)
_PULLED_WORDS: Final = range(4, 31)
_NOTE: Final = re.compile(r"(?P<mark>[*†‡]{1,4}|\[\d{1,2}\])\s*\S.{3,}")
_MARKED: Final = re.compile(r"\w[\"”’,.)]?(?P<mark>[*†‡]{1,4}|\[\d{1,2}\])")
_OPENING: Final = re.compile(r"[\"'“‘«„]")
_CLOSED: Final = re.compile(r"[\"”»][.,]?$")
_BOILERPLATE: Final = re.compile(
    r"(?:[Aa]bout (?:the (?:author|writer)s?|us|[A-Z].{1,60})"
    r"|(?:(?:[Mm]edia|[Pp]ress) )?[Cc]ontacts?(?: information)?|[Nn]otes? to [Ee]ditors):?"
)
_AUTHOR: Final = re.compile(
    r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3},? (?:is|was|has been|reports?|writes?|covers?|works?|teaches) "
    r"(?P<what>.{5,300})"
)
_WORDS: Final = re.compile(r"\w+")
_QUESTION: Final = re.compile(r"[?!][\"'”’]?$")
_QUESTION_WORDS: Final = 15
# Of more paragraphs than that, none is compared with every other.
_FEW_PARAGRAPHS: Final = 500
_SUBHEAD_WORDS: Final = 12
_LEAD_IN_WORDS: Final = 10
_INTERVIEW: Final = re.compile(r"(?:[A-Z]|[A-Z][\w .'-]{1,30}|[A-Z/]{2,12}): ")


_NOTHING: Final = LineKind("furniture", "nothing-seen")


@dataclass(frozen=True, slots=True)
class LineRole:
    """What a paragraph is: its role, its block where it is a teaser, and the rule that says so."""

    role: str
    rule: str
    block: int | None = None


def roles_of(lines: Sequence[str]) -> tuple[LineRole, ...]:
    """Return the role of each paragraph of a page, given as texts in order, stripped; pure.

    First what the words of a line tell, then lists of other stories, then the head of the page (masthead, title,
    byline, lead), then its body and its tail.
    """
    kinds = [line_kinds.kind_of(line) if line else _NOTHING for line in lines]
    roles: dict[int, LineRole] = {
        n: LineRole(kind.role, kind.rule) for n, kind in enumerate(kinds) if kind is not None
    }
    _other_stories(lines, kinds, roles)
    start = _head(lines, roles)
    _body(lines, roles, start)
    _tail(lines, roles, start)
    _comments(lines, roles, start)
    _pulled_quotations(lines, roles)
    _number_inline_links(roles)
    return tuple(roles[n] for n in range(len(lines)))


def _other_stories(
    lines: Sequence[str], kinds: Sequence[LineKind | None], roles: dict[int, LineRole]
) -> None:
    """Mark the teasers below each header of a list: up to running text that is no opening of a story."""
    n, block = 0, 0
    while n < len(lines):
        kind = kinds[n]
        n += 1
        if kind is None or kind.rule != "list-header":
            continue
        labelled = n < len(lines) and _LABEL.fullmatch(lines[n]) is not None
        after_headline = False
        while n < len(lines):
            line = lines[n]
            if labelled and _LABEL.fullmatch(line):
                block += 1
                roles[n] = LineRole("teaser", "teaser-label", block)
            elif labelled and (kinds[n] is None):
                roles[n] = LineRole("teaser", "teaser-of-label", block)
            elif not labelled and kinds[n] is None and line_kinds.is_headline(line):
                block += 1
                after_headline = True
                roles[n] = LineRole("teaser", "teaser-headline", block)
            elif not labelled and kinds[n] is None and after_headline and not line_kinds.is_ended(line):
                roles[n] = LineRole("teaser", "teaser-opening", block)
            else:
                break
            n += 1


def _head(lines: Sequence[str], roles: dict[int, LineRole]) -> int:
    """Mark masthead, title, byline and lead; return the number of the line after the lead."""
    lead = _first_running(lines, roles)
    end = len(lines) if lead is None else lead
    names = {match["name"] for line in lines for form in _PUBLISHER if (match := form.match(line))}
    headlines: list[int] = []
    for n in range(end):
        line = lines[n]
        if n in roles:
            continue
        if line in names or (not headlines and line_kinds.is_publication(line)):
            roles[n] = LineRole("masthead", "publication-name")
        elif headlines and line_kinds.is_name(line) and _followed_by_text(lines, roles, n):
            roles[n] = LineRole("byline", "name-below-title")
        elif headlines and line_kinds.is_job(line):
            roles[n] = LineRole("byline", "job-below-title")
        elif headlines:
            roles[n] = LineRole("subhead", "second-headline")
        else:
            headlines.append(n)
            roles[n] = LineRole("title", "headline")
    if lead is None:
        return end
    if any(roles[n].rule == "clock" for n in range(end)) and any(
        role.rule == "clock" for n, role in roles.items() if n > lead
    ):
        # Entries, each below its time of day: a live page has no lead.
        return lead
    roles[lead] = LineRole("lead", "first-running-text")
    return lead + 1


def _first_running(lines: Sequence[str], roles: dict[int, LineRole]) -> int | None:
    """Return the number of the first running text; a short question above any other headline is one itself."""
    above = True
    for n, line in enumerate(lines):
        if n in roles:
            continue
        if line_kinds.is_running(line) and not (above and _QUESTION.search(line) and _is_short(line)):
            return n
        above = False
    return None


def _is_short(line: str) -> bool:
    return len(line.split()) <= _QUESTION_WORDS


def _followed_by_text(lines: Sequence[str], roles: dict[int, LineRole], n: int) -> bool:
    """Tell whether what comes next is a job, a date, a credit or running text, as below an author's name."""
    if n + 1 == len(lines):
        return False
    following = lines[n + 1]
    return n + 1 in roles or line_kinds.is_job(following) or line_kinds.is_running(following)


def _body(lines: Sequence[str], roles: dict[int, LineRole], start: int) -> None:
    marks = {match["mark"] for line in lines[:start] for match in _MARKED.finditer(line)}
    for n in range(start, len(lines)):
        line = lines[n]
        marks.update(match["mark"] for match in _MARKED.finditer(line))
        if n in roles:
            continue
        following = lines[n + 1] if n + 1 < len(lines) else ""
        note = _NOTE.fullmatch(line)
        if note and note["mark"] in marks:
            roles[n] = LineRole("footnote", "marked-note")
        elif line.endswith(":") and len(line.split()) <= _LEAD_IN_WORDS and following:
            roles[n] = LineRole("lead_in", "ends-with-colon")
        elif _is_subhead(line, following):
            roles[n] = LineRole("subhead", "short-without-stop")
        else:
            roles[n] = LineRole("body", "running-text")


def _is_subhead(line: str, following: str) -> bool:
    return (
        len(line.split()) <= _SUBHEAD_WORDS
        and line_kinds.is_headline(line)
        and not line.endswith("!")
        and not _OPENING.match(line)
        and not _CLOSED.search(line)
        and not _INTERVIEW.match(line)
        and (line[0].isupper() or line[0].isdigit())
        and line_kinds.is_ended(following)
    )


def _tail(lines: Sequence[str], roles: dict[int, LineRole], start: int) -> None:
    """Mark what follows the story: boilerplate below its headings, and who the author is."""
    below_heading = False
    for n in range(start, len(lines)):
        if _BOILERPLATE.fullmatch(lines[n]):
            roles[n] = LineRole("subhead", "boilerplate-heading")
            below_heading = True
        elif below_heading and roles[n].role == "body":
            roles[n] = LineRole("notice", "below-boilerplate-heading")
    for n in range(len(lines) - 1, start - 1, -1):
        if roles[n].role != "body":
            continue
        match = _AUTHOR.fullmatch(lines[n])
        known = line_kinds.words_of("people", "professions")
        if match is None or not {word.strip(".,").lower() for word in match["what"].split()[:12]} & known:
            break
        roles[n] = LineRole("notice", "about-the-author")


def _comments(lines: Sequence[str], roles: dict[int, LineRole], start: int) -> None:
    """Mark everything below the head of readers' comments, where comments follow it."""
    first = next((n for n in range(start, len(lines)) if roles[n].rule == "comments"), len(lines))
    if any(_COMMENT.fullmatch(line) for line in lines[first + 1 :]):
        for below in range(first + 1, len(lines)):
            roles[below] = LineRole("furniture", "readers-comment")


def _pulled_quotations(lines: Sequence[str], roles: dict[int, LineRole]) -> None:
    """Mark a line whose words stand in another paragraph too: a quotation pulled out for show."""
    if len(lines) > _FEW_PARAGRAPHS:
        return
    plain = [" ".join(_WORDS.findall(line.casefold())) for line in lines]
    running = [n for n, role in roles.items() if role.role == "body"]
    for n in running:
        if len(plain[n].split()) in _PULLED_WORDS and any(
            plain[n] in plain[other] and len(plain[other]) > len(plain[n]) for other in running if other != n
        ):
            roles[n] = LineRole("furniture", "words-of-another-paragraph")


def _number_inline_links(roles: dict[int, LineRole]) -> None:
    """Give each story that is named in the text alone a block of its own, after those of the lists."""
    block = max((role.block or 0 for role in roles.values()), default=0)
    for n in sorted(roles):
        if roles[n].role == "teaser" and roles[n].block is None:
            block += 1
            roles[n] = LineRole("teaser", roles[n].rule, block)
