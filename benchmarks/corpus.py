"""An invented corpus of any size, with the facts that were put into each article.

The same seed and number give the same article on every machine, so a scale test can ask whether what was put in is
what comes out, and two machines can make the two halves of one corpus. Nothing in it is true.

`python -m benchmarks.corpus COUNT FOLDER` writes it as text files, 1,000 to a folder, with `facts.jsonl` beside them.
"""

from __future__ import annotations

import dataclasses
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_WORDS = Path(__file__).with_name("corpus_words.yaml")
_FIRST_DAY, _DAYS = date(2022, 9, 21), 800
_PARAGRAPHS = (8, 14)
# The share of sentences that state a fact; the others are there to be read past.
_TELLING = 0.35
_COPIES, _REWRITES = 0.06, 0.04


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that an article tells: its kind (person, place, date, figure), the printed words, and the value.

    A person's value is the full name, a place's its country (ISO 3166-1 alpha-2), a date's EDTF, a figure's the
    number and comparator.
    """

    kind: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class InventedArticle:
    """An article with what it tells; `relation` (syndicates or rewrites) says how it depends on `source`."""

    name: str
    published: date
    paragraphs: tuple[str, ...]
    facts: tuple[Fact, ...]
    source: str | None = None
    relation: str | None = None

    @property
    def text(self) -> str:
        """The article as a text file: one paragraph a line, blank lines between."""
        return "\n\n".join(self.paragraphs) + "\n"

    def located(self) -> Iterator[tuple[int, int, Fact]]:
        """Yield each fact with the number of its paragraph, from 1, and the offset of its words, in order."""
        number, start = 1, 0
        for fact in self.facts:
            whole = re.compile(rf"(?<![\w,]){re.escape(fact.words)}(?![\w])(?!,\d)")
            while (found := whole.search(self.paragraphs[number - 1], start)) is None:
                number, start = number + 1, 0
            start = found.end()
            yield number, found.start(), fact


def articles(count: int, seed: int = 1, first: int = 0) -> Iterator[InventedArticle]:
    """Yield `count` articles from number `first` on; each depends on the seed and its own number only."""
    for number in range(first, first + count):
        yield article(number, seed)


def article(number: int, seed: int = 1) -> InventedArticle:
    """Return one article: one in ten carries an earlier one, word for word or rewritten."""
    relation, chance = _relation(number, seed)
    if relation is None:
        return _original(number, seed)
    source_number = chance.randrange(max(0, number - 500), number)
    while _relation(source_number, seed)[0] is not None:
        source_number -= 1
    source, name = _original(source_number, seed), _name(number)
    if relation == "syndicates":
        kept = source.paragraphs[: max(4, len(source.paragraphs) - chance.randrange(3))]
        facts = _still_told(source.facts, kept)
        return InventedArticle(name, source.published, kept, facts, source.name, relation)
    changed = tuple(_rewritten(paragraph) for paragraph in source.paragraphs)
    facts = _still_told(source.facts, changed)
    later = source.published + timedelta(days=1)
    return InventedArticle(name, later, changed, facts, source.name, relation)


def write(folder: Path, count: int, seed: int = 1, first: int = 0) -> Path:
    """Write the articles under a folder, 1,000 files to each sub-folder; return the file with their facts."""
    facts = folder / "facts.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    with facts.open("w", encoding="utf-8") as out:
        for number, item in enumerate(articles(count, seed, first), start=first):
            place = folder / f"{number // 1000:05}"
            place.mkdir(exist_ok=True)
            (place / f"{item.name}.txt").write_text(item.text, encoding="utf-8")
            out.write(json.dumps(dataclasses.asdict(item) | {"published": str(item.published)}) + "\n")
    return facts


class _Teller:
    """Tells an article sentence by sentence and notes the facts that it puts in."""

    def __init__(self, chance: random.Random, published: date) -> None:
        self.chance = chance
        self.published = published
        self.facts: list[Fact] = []
        self.people = [self._new_person() for _ in range(chance.randint(2, 4))]

    def sentence(self, pattern: str) -> str:
        """Fill in a pattern: each `{slot}` becomes words, and a fact where it states one."""
        filled = re.sub(r"\{(\w+)\}", self._fill, pattern)
        return filled[0].upper() + filled[1:]

    def _fill(self, slot: re.Match[str]) -> str:
        made: Callable[[], str] | None = getattr(self, f"_make_{slot[1]}", None)
        return made() if made else self.chance.choice(_words()[slot[1]])

    def _note(self, kind: str, words: str, value: str) -> str:
        self.facts.append(Fact(kind, words, value))
        return words

    def _new_person(self) -> str:
        family = self.chance.choice(_words()["family_start"]) + self.chance.choice(_words()["family_end"])
        return f"{self.chance.choice(_words()['given'])} {family}"

    def _make_person(self) -> str:
        person = self.chance.choice(self.people)
        return self._note("person", person, person)

    def _make_place(self) -> str:
        words, country = self.chance.choice(_words()["place"])
        return self._note("place", words, country)

    def _make_figure(self) -> str:
        comparator, words = self.chance.choice(_words()["comparator"])
        number = self.chance.choice((self.chance.randint(12, 990), self.chance.randint(1, 990) * 1000))
        printed = f"{number:,}"
        self._note("figure", printed, f"{comparator} {number}")
        return f"{words} {printed}".strip()

    def _make_percent(self) -> str:
        number = self.chance.randint(3, 97)
        return self._note("figure", f"{number} percent", f"exact {number}")

    def _make_date(self) -> str:
        day = self.published - timedelta(days=self.chance.randint(3, 200))
        return self._note("date", f"{day:%B} {day.day}, {day.year}", day.isoformat())

    def _make_month(self) -> str:
        day = self.published - timedelta(days=self.chance.randint(40, 400))
        return self._note("date", f"{day:%B %Y}", f"{day:%Y-%m}")

    def _make_weekday(self) -> str:
        day = self.published - timedelta(days=self.chance.randint(1, 6))
        return self._note("date", f"{day:%A}", day.isoformat())

    def _make_rare(self) -> str:
        """Return an invented word of the vocabulary's long tail."""
        rank = 400 + int(self.chance.paretovariate(0.4)) % 3_000_000
        syllables = _words()["syllable"]
        word = ""
        while rank or not word:
            rank, part = divmod(rank, len(syllables))
            word += syllables[part]
        return word


@lru_cache(maxsize=512)
def _original(number: int, seed: int) -> InventedArticle:
    chance = random.Random(f"{seed} original {number}")
    published = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
    teller = _Teller(chance, published)
    title = teller.sentence(chance.choice(_words()["title"]))
    dateline = f"{published:%B} {published.day}, {published.year}"
    paragraphs = [title, teller._note("date", dateline, published.isoformat())]
    for _ in range(chance.randint(*_PARAGRAPHS)):
        kinds = chance.choices(
            ("sentence", "filler"), weights=(_TELLING, 1 - _TELLING), k=chance.randint(2, 4)
        )
        patterns = (chance.choice(_words()[kind]) for kind in kinds)
        paragraphs.append(" ".join(teller.sentence(pattern) for pattern in patterns))
    return InventedArticle(_name(number), published, tuple(paragraphs), tuple(teller.facts))


def _relation(number: int, seed: int) -> tuple[str | None, random.Random]:
    """Return how an article depends on an earlier one, and the source of its further choices."""
    chance = random.Random(f"{seed} article {number}")
    kind = chance.random()
    if number == 0 or kind >= _COPIES + _REWRITES:
        return None, chance
    return ("syndicates" if kind < _COPIES else "rewrites"), chance


def _name(number: int) -> str:
    return f"invented-{number:08}"


def _still_told(facts: tuple[Fact, ...], paragraphs: tuple[str, ...]) -> tuple[Fact, ...]:
    text, end, told = "\n".join(paragraphs), 0, []
    for fact in facts:
        start = text.find(fact.words, end)
        if start >= 0:
            told.append(fact)
            end = start + len(fact.words)
    return tuple(told)


def _rewritten(paragraph: str) -> str:
    """Return a paragraph in other words of the same meaning; names, numbers and dates stay."""
    for words, others in _words()["synonym"]:
        paragraph = re.sub(rf"\b{words}\b", others, paragraph)
    return paragraph


@lru_cache(maxsize=1)
def _words() -> dict[str, list[Any]]:
    loaded: dict[str, list[Any]] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return loaded


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
