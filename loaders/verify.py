"""verify: prove a digest against its original, both ways; it needs the original's file and writes nothing.

A digest retells its original sentence by sentence, so the two are held together sentence by sentence: the
same numbers, names, dates, comparators and negations, no more, no fewer (but a name may stand for a pronoun);
quotations paragraph by paragraph. What these words do to each other is left to the reader: two names or two
numbers of one sentence that change places are not noticed. A quotation that the original leaves unopened or
unclosed stays so in the digest.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from loaders.clean import clean
from loaders.errors import InputError
from loaders.lexicon import Capitals, Item, Lexicon, is_headline, items, read_lexicon, words_of
from loaders.read import read
from loaders.records import CleanDocument, LeftOut, Original, Paragraph
from loaders.sentences import sentences

_PRINTED_ROLES: Final = {"title", "byline"}  # stand as printed
_DESCRIBED_ROLES: Final = {"furniture"}  # told in our own words: only counts and hashes are held
# where capitals tell no names
_HEADLINE_ROLES: Final = {"masthead", "title", "subhead", "teaser", "notice", "furniture"}
_TITLED_ROLES: Final = {"subhead", "teaser"}  # may be printed with every word capitalised
_QUOTE_MARKS: Final = '“”"'
_SHORTEST_TAIL: Final = 2  # words before a closing mark that was never opened
_EDGES: Final = f" .,;:!?…{_QUOTE_MARKS}"
_CURLY: Final = "\u2019"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks, and whether both of them are printed."""

    text: str
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that keeps a digest from being proved; `line` is the digest's, `paragraph` counts from 1."""

    file: Path
    line: int | None
    paragraph: int | None
    message: str

    def __str__(self) -> str:
        """Return the finding as one line, `file:line: message`."""
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


def verify_folder(digests: Iterable[Path], texts: Path) -> list[Finding]:
    """Prove each digest against the original of its name in the folder `texts`; an empty list is a proof.

    A digest that cannot be read is a finding too. Raises InputError where `texts` is no folder, or the list
    of number words cannot be read.
    """
    if not texts.is_dir():
        raise InputError("no such folder; name the folder that holds the originals", texts)
    lexicon = read_lexicon()
    findings: list[Finding] = []
    for file in digests:
        try:
            findings.extend(verify(clean(read(file)), texts, lexicon))
        except InputError as error:
            findings.append(Finding(file, error.line, None, error.message))
    return findings


def verify(digest: CleanDocument, texts: Path, lexicon: Lexicon) -> list[Finding]:
    """Prove one digest against its original in the folder `texts`: hashes, counts, words, quotations.

    Findings stand in order of paragraph and say the way out. The folder and the file are only read.
    """
    original, file = digest.document.original, digest.document.file
    if original is None:
        message = "is no digest: its front matter has no `original`, so nothing can be proved"
        return [Finding(file, None, None, message)]
    if Path(original.file).name != original.file or original.file in {"", ".", ".."}:
        return [Finding(file, None, None, f"original.file must be a file's bare name, not '{original.file}'")]
    try:
        data = (texts / original.file).read_bytes()
    except OSError as error:
        message = f"the original {original.file} cannot be read in {texts} ({error.strerror}); put it there"
        return [Finding(file, None, None, message)]
    findings = []
    if hashlib.sha256(data).hexdigest() != original.sha256:
        message = (
            f"{texts / original.file} is not the file that was retold (its SHA-256 differs); get that one, "
            "or check the digest against this one and record its hashes"
        )
        findings.append(Finding(file, None, None, message))
    try:
        texts_of_original = paragraphs_of(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return [*findings, Finding(file, None, None, f"byte {error.start} of {original.file} is not UTF-8")]
    return findings + list(compare(digest, original, texts_of_original, lexicon))


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Return the non-blank lines of a plain text, each stripped of white space in the Unicode sense."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def compare(
    digest: CleanDocument, original: Original, texts: Sequence[str], lexicon: Lexicon
) -> Iterator[Finding]:
    """Hold a digest's paragraphs against the original's, given as texts; pure. Yields findings in order."""
    file = digest.document.file
    if not len(texts) == len(original.paragraphs) == len(digest.paragraphs):
        message = (
            f"the original has {len(texts)} paragraphs, the front matter lists {len(original.paragraphs)}, "
            f"the digest has {len(digest.paragraphs)}; retell every non-blank line as one paragraph"
        )
        yield Finding(file, None, None, message)
        return
    capitals = _capitals(digest.paragraphs, texts)
    for paragraph, text, recorded in zip(digest.paragraphs, texts, original.paragraphs, strict=True):
        left_out = [item for item in original.left_out if item.paragraph == paragraph.number]
        comparison = _Comparison(lexicon, capitals, left_out)
        if (words := len(text.split())) != recorded.words:
            comparison.say(f"the original has {words} words, not {recorded.words}; correct `words`")
        if hashlib.sha256(text.encode("utf-8")).hexdigest() != recorded.sha256:
            comparison.say("the original's text is not the one recorded (its SHA-256 differs)")
        comparison.paragraph(paragraph, text)
        for message in comparison.messages:
            yield Finding(file, paragraph.line, paragraph.number, f"paragraph {paragraph.number}: {message}")
    for item in original.left_out:
        if digest.paragraph(item.paragraph) is None:
            yield Finding(
                file, None, None, f"left_out names paragraph {item.paragraph}, which does not exist"
            )


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return what stands between double quotation marks, curly or straight, in order.

    A quotation never closed runs to the end; one never opened runs from the end of the one before, or from
    the start.

    >>> [quotation.text for quotation in quotations('He said “no” twice and "yes" once.')]
    ['no', 'yes']
    """
    found = []
    start, after_last = None, 0
    for match in re.finditer(f"[{_QUOTE_MARKS}]", text):
        if match.group() != "”" and start is None:
            start = match.end()
        elif match.group() != "“":
            begin = after_last if start is None else start
            found.append(Quotation(text[begin : match.start()], opened=start is not None))
            start, after_last = None, match.end()
    if start is not None:
        found.append(Quotation(text[start:], closed=False))
    return tuple(found)


def _capitals(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> Capitals:
    """Gather the words that the original capitalises inside sentences and those that either text does not."""
    running = [text for p, text in zip(paragraphs, texts, strict=True) if p.role not in _HEADLINE_ROLES]
    inside = [
        word for text in running for sentence in sentences(text) for word in words_of(sentence.text)[1:]
    ]
    everywhere = [word for text in [*texts, *(p.text for p in paragraphs)] for word in words_of(text)]
    return Capitals(
        frozenset(word.removesuffix("'s") for word in inside if word[0].isupper()),
        frozenset(word for word in everywhere if word.islower()),
    )


@dataclass(slots=True)
class _Comparison:
    """The comparison of one paragraph: gathers messages, and uses up what was left out on purpose."""

    lexicon: Lexicon
    capitals: Capitals
    left_out: list[LeftOut]
    messages: list[str] = field(default_factory=list)
    excused: list[tuple[LeftOut, Counter[Item]]] = field(default_factory=list)
    used: set[LeftOut] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.excused = [
            (x, Counter(items(x.item, self.lexicon, self.capitals, is_sentence=False))) for x in self.left_out
        ]

    def say(self, message: str) -> None:
        self.messages.append(message)

    def paragraph(self, paragraph: Paragraph, original: str) -> None:
        if paragraph.role in _PRINTED_ROLES:
            if paragraph.text != original:
                self.say(f"a {paragraph.role} must stand as printed, but the original's differs")
        elif paragraph.role not in _DESCRIBED_ROLES:
            is_titled = paragraph.role in _TITLED_ROLES and is_headline(original)
            self._sentences(paragraph.text, original, is_titled)
            self._quotations(quotations(paragraph.text), quotations(original))
        for left_out in self.left_out:
            if left_out not in self.used:
                self.say(f"left_out lists '{left_out.item}', but nothing of it is missing; remove the entry")

    def _sentences(self, digest: str, original: str, is_titled: bool) -> None:
        ours, theirs = sentences(digest), sentences(original)
        if len(ours) != len(theirs):
            self.say(f"has {len(ours)} sentences, the original {len(theirs)}; retell each sentence as one")
            return
        for number, (our, their) in enumerate(zip(ours, theirs, strict=True), start=1):
            ours_counted, theirs_counted = self._counted(our.text), self._counted(their.text, is_titled)
            for (kind, key), times in sorted((ours_counted - theirs_counted).items()):
                if kind == "name" and (kind, key) in theirs_counted:
                    continue  # a name may stand where the original has a pronoun
                self.say(
                    f"sentence {number}: the {kind} '{key}' {_more(times)}stands here, but not in the "
                    "original's; correct or remove it"
                )
            for (kind, key), times in sorted((theirs_counted - ours_counted).items()):
                still = times - sum(self._excuse((kind, key)) for _ in range(times))
                if still:
                    self.say(
                        f"sentence {number}: the original's {kind} '{key}' {_more(still)}is missing; "
                        "write it, or list it in left_out with a reason"
                    )

    def _counted(self, text: str, is_titled: bool = False) -> Counter[Item]:
        return Counter(items(text, self.lexicon, self.capitals, is_headline=is_titled))

    def _excuse(self, item: Item) -> bool:
        for left_out, counted in self.excused:
            if counted[item] > 0:
                counted[item] -= 1
                self.used.add(left_out)
                return True
        return False

    def _quotations(self, fragments: Sequence[Quotation], originals: Sequence[Quotation]) -> None:
        for fragment in fragments:
            if not any(_is_from(fragment, original) for original in originals):
                self.say(
                    f"“{_shortened(fragment)}” does not stand in a quotation of the original; "
                    "quote as printed, with the same marks"
                )
        for original in originals:
            there = [fragment for fragment in fragments if _is_from(fragment, original)]
            is_whole = original.opened and original.closed
            marked = [fragment for fragment in there if is_whole or not (fragment.opened and fragment.closed)]
            if marked:
                continue
            quoted = [x for x in self.left_out if x.item.startswith(tuple(_QUOTE_MARKS))]
            excuses = [x for x in quoted if _stands_in(x.item, original.text)]
            self.used.update(excuses)
            if not excuses:
                begin = " ".join(original.text.split()[:4])
                self.say(
                    f"nothing is quoted of the quotation “{begin} …”; quote a few of its words"
                    if not there
                    else f"the quotation “{begin} …” is never {'closed' if original.opened else 'opened'}; "
                    "leave it so"
                )


def _is_from(fragment: Quotation, original: Quotation) -> bool:
    """Tell whether a digest's fragment is quoted from an original's quotation.

    A fragment stands there word for word; one never closed breaks off where the original does; of one never
    opened, which runs from the paragraph's start, only the words before its closing mark are quoted.
    """
    if fragment.opened and fragment.closed:
        return _stands_in(fragment.text, original.text)
    if (fragment.opened, fragment.closed) != (original.opened, original.closed):
        return False
    ours, theirs = _plain(fragment.text).split(), _plain(original.text).split()
    shortest = len(ours) if fragment.opened else _SHORTEST_TAIL
    return bool(ours) and ours[-shortest:] == theirs[-shortest:]


def _stands_in(fragment: str, quotation: str) -> bool:
    """Tell whether a fragment stands word for word in a quotation, marks at its ends left out of account."""
    wanted = _plain(fragment)
    return (
        bool(wanted)
        and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", _plain(quotation, edges="")) is not None
    )


def _plain(text: str, edges: str = _EDGES) -> str:
    return " ".join(text.replace(_CURLY, "'").split()).strip(edges)


def _shortened(fragment: Quotation) -> str:
    words = fragment.text.split()
    return fragment.text if fragment.opened else f"… {' '.join(words[-5:])}"


def _more(times: int) -> str:
    return "" if times == 1 else f"({times} times) "
