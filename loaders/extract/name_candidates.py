"""name_candidates: runs of capitalised words cut into the stretches that may each be one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.extract.gazetteer import Entry, Gazetteer
from loaders.extract.name_lexicon import NameLexicon
from loaders.extract.name_words import Chunk, Word
from loaders.extract.parsing import ParsedParagraph

PERSON, ORGANISATION, PLACE, OTHER = "person", "organisation", "place", "other"
# Penn Treebank tags of words that, capitalised only by a sentence's start, begin no name.
_NO_NAME_TAGS = {
    *("DT", "IN", "CC", "PRP", "PRP$", "WP", "WDT", "WRB", "RB", "RBR", "RBS", "MD", "EX", "TO", "UH", "PDT"),
    *("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS", "CD"),
}
_LONGEST_DEMONYM = 2
# Divisions with so many people are known by name; those that are called after their side of a country are not.
_PEOPLED = 200_000
_COMPASS = {
    *(
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "centre",
        "center",
    ),
}
# An age between commas, after a name: nothing but a person has one.
AGE_BETWEEN_COMMAS = re.compile(r", (?:aged )?(?:\d{1,2}|1[01]\d)[,.]")
# Shortened last words whose full stop is part of the name.
_DOTTED_ENDS = {"inc", "ltd", "co", "corp", "bros", "jr", "sr"}


@dataclass(slots=True)
class Candidate:
    """A stretch of words that may be a name, with what speaks for each kind, as points, and why.

    `titled` says that a title stood before it in the same run, `cased` that capitals mean something in its paragraph;
    `demonym` is the place whose demonym it is, for a demonym.
    """

    paragraph: ParsedParagraph
    words: list[Word]
    titled: bool
    cased: bool
    demonym: Entry | None = None
    points: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    reasons: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    start: int = field(init=False)
    end: int = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        text, last = self.paragraph.printed, self.words[-1]
        self.start, self.end = self.words[0].start, last.end
        dotted = last.lower in _DOTTED_ENDS or (len(last.text) == 1 and last.capital)
        if len(self.words) > 1 and dotted and text.startswith(".", last.end):
            self.end += 1
        self.text = text[self.start : self.end]

    @property
    def weak(self) -> bool:
        """Whether its capitals prove nothing: in a headline or at a sentence's start, passed over by the tagger."""
        tagged = any(word.label for word in self.words)
        return not tagged and (not self.cased or (len(self.words) == 1 and self.words[0].opens))

    def add(self, kind: str, points: float, reason: str) -> None:
        """Let something speak for a kind."""
        self.points[kind] += points
        self.reasons[kind].append(reason)


def candidates(
    paragraph: ParsedParagraph,
    words: list[Word],
    chunk: Chunk,
    cased: bool,
    lexicon: NameLexicon,
    places: Gazetteer,
) -> Iterator[Candidate]:
    """Yield the stretches of a run that may be names: titles, demonyms and words of time or faith cut it apart."""
    run = words[chunk.first : chunk.last]
    start, titled = 0, False
    for i, word in enumerate(run):
        if i < start:
            continue
        ends, titles = i, False
        if _is_title(run, start, i, lexicon):
            begins = _after_portfolio(run, i, lexicon)
            titles = begins < len(run) and run[begins].capital
        elif _is_headline_joint(run[i:], cased, lexicon) or (
            word.lower in lexicon.not_names and not _in_larger(run, i, lexicon, titled)
        ):
            begins = i + 1
        elif i > start and (_is_cut(run, i, lexicon) or (not cased and _is_beside_country(run, i, places))):
            begins = i
        else:
            continue
        yield from _stretch(paragraph, run[start:ends], titled, cased, lexicon, places)
        start, titled = begins, titles
    yield from _stretch(paragraph, run[start:], titled, cased, lexicon, places)


def _stretch(
    paragraph: ParsedParagraph,
    run: list[Word],
    titled: bool,
    cased: bool,
    lexicon: NameLexicon,
    places: Gazetteer,
) -> Iterator[Candidate]:
    """Yield what is left of a stretch without small words at its ends, its demonym apart."""
    text = paragraph.printed
    run = _trimmed(run, text, cased, lexicon)
    while run:
        length, entry = _demonym(run, places)
        if entry is None or _is_one_with_next(run, length - 1, cased, lexicon, places):
            break
        yield Candidate(paragraph, run[:length], False, cased, entry)
        run, titled = _trimmed(run[length:], text, cased, lexicon), False
    if run and any(character.isalpha() for character in run[0].text):
        yield Candidate(paragraph, run, titled, cased)


def _trimmed(run: list[Word], text: str, cased: bool, lexicon: NameLexicon) -> list[Word]:
    while run and (
        not run[0].capital
        or (
            _opens_no_name(run[0], lexicon)
            and not _is_abbreviation(run[0], cased)
            and not _begins_body(run)
            and not (cased and _begins_person(run, text, lexicon))
        )
    ):
        run = run[1:]
    while run and (not run[-1].capital or (len(run) > 1 and _trails(run[-1], lexicon))):
        run = run[:-1]
    return run


def _begins_person(run: list[Word], text: str, lexicon: NameLexicon) -> bool:
    """Tell whether a word that the parse takes for no name is a given name, or a name whose age follows."""
    first = run[0]
    if first.lower in lexicon.function_words:
        return False
    return first.lower in lexicon.given_names or AGE_BETWEEN_COMMAS.match(text, run[-1].end) is not None


def _begins_body(run: list[Word]) -> bool:
    """Tell whether the tagger sees an organisation begin with a small word: "All Progressives Congress"."""
    return (
        len(run) > 1
        and run[0].label == ORGANISATION
        and run[0].entity == run[1].entity
        and run[0].lower not in {"the", "a", "an"}
    )


def _opens_no_name(word: Word, lexicon: NameLexicon) -> bool:
    return word.lower in lexicon.function_words or (
        word.opens and not word.label and word.tag in _NO_NAME_TAGS
    )


def _is_abbreviation(word: Word, cased: bool) -> bool:
    return cased and len(word.text) > 1 and word.text.isupper()


def _trails(word: Word, lexicon: NameLexicon) -> bool:
    return not word.label and word.lower in lexicon.titles and word.lower not in lexicon.organisation_heads


def _is_cut(run: list[Word], i: int, lexicon: NameLexicon) -> bool:
    """Tell whether the tagger sees two names meet before the i-th word."""
    before, word = run[i - 1], run[i]
    if not before.entity or not word.entity or before.entity == word.entity:
        return False
    if not before.capital or (before.possessive and before.lower in lexicon.inner_possessives):
        return False
    return before.label != word.label or before.possessive


def _is_title(run: list[Word], start: int, i: int, lexicon: NameLexicon) -> bool:
    """Tell whether the i-th word is a title or office that belongs to no name: "President", "Foreign Minister"."""
    word, last = run[i], run[-1]
    lower = word.lower.rstrip(".")
    if i >= 2 and run[i - 1].lower == "of" and run[i - 2].lower in lexicon.titles:
        return lower in lexicon.title_modifiers
    if (lower not in lexicon.titles and lower not in lexicon.title_modifiers) or word.possessive:
        return False
    if last is not word and (last.lower in lexicon.place_heads or last.lower in lexicon.organisation_heads):
        return False
    if i == start and word is not last and word.label == ORGANISATION and word.entity == last.entity:
        return False
    if lower in lexicon.titles:
        return word is not last or i > start or word.label != PERSON
    following = run[i + 1].lower.rstrip(".") if word is not last else ""
    return following in lexicon.titles or following in lexicon.title_modifiers


def _is_headline_joint(run: list[Word], cased: bool, lexicon: NameLexicon) -> bool:
    """Tell whether a run begins with a small word that only a headline's capitals put into it."""
    return (
        not cased
        and run[0].text.istitle()
        and run[0].lower in lexicon.function_words
        and not _begins_body(run)
    )


def _is_beside_country(run: list[Word], i: int, places: Gazetteer) -> bool:
    """Tell whether a country, a division or its people meets another word of a headline: "Oman Tightens Rules"."""
    if _is_country(run[i - 1 : i + 1], places):
        return False
    beside = (run[i - 1 : i], run[max(0, i - 2) : i], run[i : i + 1], run[i : i + 2])
    return any(_is_country(words, places) for words in beside)


def _is_country(words: list[Word], places: Gazetteer) -> bool:
    name = " ".join(word.text for word in words)
    if name.lower() in _COMPASS:
        return False
    return any(
        entry.form in {"name", "demonym"}
        and (entry.kind == "country" or (entry.kind == "first_level" and entry.population >= _PEOPLED))
        for entry in places.find(name)
    )


def _after_portfolio(run: list[Word], i: int, lexicon: NameLexicon) -> int:
    """Return where a run goes on after the office at i, with what it is for: "Minister of Labour and Sport"."""
    begins = i + 1
    if begins >= len(run) or run[begins].lower != "of":
        return begins
    at = begins
    while at < len(run) and (not run[at].capital or _is_portfolio(run[at], lexicon)):
        at += 1
        if run[at - 1].capital:
            begins = at
    return begins


def _is_portfolio(word: Word, lexicon: NameLexicon) -> bool:
    return word.lower in lexicon.portfolios or word.lower in lexicon.title_modifiers


def _in_larger(run: list[Word], i: int, lexicon: NameLexicon, titled: bool) -> bool:
    """Tell whether the word is part of a longer name: the tagger says so, or "Party" or the like follows.

    A month or a faith that is a given name too is one before a surname: "Jan Novak", "Mr Christian Berger".
    """
    word = run[i]
    if i + 1 < len(run):
        following = run[i + 1]
        is_person = titled or PERSON in {word.label, following.label}
        if is_person and lexicon.is_given(word.text) and following.capital and word.gap == " ":
            return True
        if following.lower in lexicon.organisation_heads:
            return True
    neighbours = (*run[max(0, i - 1) : i], *run[i + 1 : i + 2])
    return word.label in {ORGANISATION, PLACE} and any(other.entity == word.entity for other in neighbours)


def _demonym(run: list[Word], places: Gazetteer) -> tuple[int, Entry | None]:
    """Return how many words of the demonym at the run's start there are, and of which place it is."""
    for length in range(min(_LONGEST_DEMONYM, len(run)), 0, -1):
        for entry in places.find(" ".join(word.text for word in run[:length])):
            if entry.form == "demonym":
                return length, entry
    return 0, None


def _is_one_with_next(run: list[Word], i: int, cased: bool, lexicon: NameLexicon, places: Gazetteer) -> bool:
    """Tell whether a demonym is the first word of a longer name: "American Airlines", "African Union"."""
    if i + 1 >= len(run):
        return False
    word, following = run[i], run[i + 1]
    if not cased:
        return following.lower in lexicon.organisation_heads or _is_country(run[: i + 2], places)
    if word.entity and word.entity == following.entity and word.label != OTHER:
        # `the Russian Nikita Orlov`: a given name goes with what follows it.
        return i + 2 >= len(run) or not lexicon.is_given(following.text)
    return word.label == ORGANISATION and run[-1].lower in lexicon.organisation_heads
