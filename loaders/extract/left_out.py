"""Numbers that claim nothing: dates, clock times, places in a list or a row, parts of names, codes, scores, idioms.

Each is left out with a reason, and counted. The words that tell are data: `lexicon/left_out.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from loaders import yaml_source
from loaders.errors import InputError
from loaders.extract.units import LEXICON
from loaders.number_grammar import PrintedNumber

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_REACH = 48
_CLOCK = re.compile(
    r"(?<![\d.,])(?:\d{1,2}[:.]\d{2}(?::\d{2})? ?[ap]\.?m\b|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|\d{1,2} ?(?:[ap]\.?m\b|o['’]clock)|\d{4} (?:GMT|UTC|hours GMT|local time))"
    r"|(?:GMT|UTC) ?[-+−] ?\d{1,2}"
    r"|(?<=\bat )\d{1,2}(?= (?:in the (?:morning|evening|afternoon)|at night|sharp))",
    re.IGNORECASE,
)
_NUMERIC_DATE = re.compile(
    r"(?<![\w/.-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2}))(?![\w/-])"
)
_DECADE = re.compile(r"(?:\d{3}0|\d0)['’]?s\b")
_SHORT_YEAR = re.compile(r"(?<!\d)['’‘]$")
_PHONE = re.compile(
    r"\+\d[\d ()\-]{6,}\d"
    r"|(?<![\d,.])\(?\d{3}\)?[ -]\d{3}[ -]\d{2}[ -]?\d{2}(?!\d)"
    r"|(?<![\d,.])\d-\d{3}-\d{3}-\d{4}"
)
_CODE = re.compile(
    r"\d+(?:\.\d+)?(?:e[-+]?\d+|\s?[x×]\s?10\^?[-−+]?\d*|\^[-−+]*\d+)|\d+(?:\.\d+){2,}"
    r"|\d+/\d+(?:/\d+)*(?!\d|/| (?:of|an?|inch|mile|cup|foot|point|percent|percentage|ounce|pound|\w+spoon|share)\b)"
    r"|\d+[x×]\d+|\d+°\d+"
)
_ORDINAL_ENDING = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_SCORE = re.compile(r"(?<![\w.,/$€£-])(\d{1,3}) ?[-–] ?(\d{1,3})(?![\w%/.,]\d|\w|%|-)")
_SCORE_TO = re.compile(
    r"(?<![\w.,$€£])(\d{1,3})(?: votes?)? to (\d{1,3})"
    r"(?![\w%]|[.,]\d| (?:percent|per cent|million|billion|thousand|\w+s\b))"
)
_ADDRESS = re.compile(
    r",? ?[A-Z]\w+ (?:[A-Z]\w+ )?(?:Street|St|Avenue|Ave|Road|Rd|Lane|Square|Boulevard|Blvd|Drive|Prospekt)\b"
)
_LIST = re.compile(r"\(?\d{1,2}[.)]\s")
_LETTER_BEFORE = re.compile(r"(?:[^\W\d_][-‑]?|[^\W\d_]\d*[-–‑/]|[\d.][.,:/]|[#№_@])$")
_GLUED = re.compile(r"[^\W\d_]")
_CURRENCY_BEFORE = re.compile(r"[$€£¥₽₴₸₺₹₩₾₪]$|\b(?:US|USD|EUR|Rs|RMB|CHF|C|A|HK|NT|R|S|NZ|GBP)[.$]?$")


# Penn Treebank tags of what an ordinal stands before: `a third man`, `a third such case`.
_NOMINAL = {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBG", "VBN", "CD", "PDT", "DT"}


class LeftOut:
    """Tells why a number claims nothing, by the words of a list."""

    def __init__(self, source: dict[str, Any]) -> None:
        months = _any_of(source["months"])
        self._by_capital = frozenset(source["references_by_capital"])
        self._reference = re.compile(rf"(?<![\w])({_any_of(source['references'])})[ \u00a0]?$", re.IGNORECASE)
        self._month_before = re.compile(rf"\b(?:{months})\.? (?:the )?$", re.IGNORECASE)
        self._day_of_month = re.compile(rf"(?:st|nd|rd|th)?(?: of)? (?:{months})\b", re.IGNORECASE)
        self._after_day = re.compile(
            rf"\b(?:{months})\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,| of)? $|\b\d{{1,2}} (?:{months})\.?,? $",
            re.IGNORECASE,
        )
        self._score_words = re.compile(rf"\b(?:{_any_of(source['score_words'])})\b", re.IGNORECASE)
        self._after_score = re.compile(rf"[ -](?:{_any_of(source['after_score'])})\b", re.IGNORECASE)
        self._idioms = re.compile(rf"(?<![\w])(?:{_any_of(source['idioms'])})(?![\w])", re.IGNORECASE)
        self._named = re.compile(rf"(?<![\w])(?:{_any_of(source['named'])})[ -]?\d+\b(?! ?%|,\d|\.\d)")
        self._with_points = frozenset(source["with_points"])
        self._idle_one = frozenset(source["idle_one"])
        self._idle_compound = re.compile(
            rf"[-‑](?:{_any_of(source['idle_compound'])})(?![\w])", re.IGNORECASE
        )
        self._no_number = frozenset(source["no_number"])
        self._of_something = frozenset(source["of_something"])
        self._after_part = frozenset(source["after_part"])

    @classmethod
    def load(cls, file: Path = LEXICON / "left_out.yaml") -> LeftOut:
        """Read the list; InputError where a part is missing or of another form."""
        source, _ = yaml_source.read(file)
        try:
            return cls(source)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"a list is missing or of another form ({error!r})", file) from error

    def stretches(self, text: str) -> list[tuple[int, int, str]]:
        """Return the stretches of a text in which no number claims anything, each with its reason."""
        patterns = (
            (_PHONE, "phone number"),
            (_NUMERIC_DATE, "date"),
            (_CLOCK, "clock time"),
            (_CODE, "code"),
            (self._idioms, "idiom"),
            (self._named, "part of a name"),
        )
        found = [
            (match.start(), match.end(), reason)
            for pattern, reason in patterns
            for match in pattern.finditer(text)
        ]
        for match in _SCORE.finditer(text):
            is_score = self._after_score.match(text, match.end()) or (
                self._score_words.search(text, max(0, match.start() - 80), match.start())
                and not text[match.end() : match.end() + 2].strip(" ").isalpha()
            )
            if is_score or int(match[1]) > int(match[2]):
                found.append((match.start(), match.end(), "score"))
        found += [
            (match.start(), match.end(), "score")
            for match in _SCORE_TO.finditer(text)
            if self._score_words.search(text, max(0, match.start() - 40), match.start())
            and int(match[1]) >= int(match[2])
        ]
        return found

    def reason(self, text: str, number: PrintedNumber, token: Token, is_money: bool) -> str | None:
        """Return why a number claims nothing, or None; `token` is its last word in the parse."""
        start, end = number.start, number.end
        before = text[max(0, start - _REACH) : start]
        if number.form == "digits":
            return None if is_money else self._of_digits(text, number, before, token)
        word = text[start:end].lower()
        if number.form == "vague":
            return self._of_vague(text, end, word)
        if _ORDINAL_ENDING.match(text, end) or re.match(
            r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", text[end:], re.IGNORECASE
        ):
            return "ordinal"
        if number.form == "words" and self._idle_compound.match(text, end):
            return "idiom"
        if word == "one":
            return self._of_one(text, end, before, token)
        if number.form == "fraction":
            return self._of_part(text, end, word, before, token)
        if number.form == "multiple":
            return self._of_multiple(text, end, word, token)
        reference = self._reference.search(before)
        if (
            reference
            and number.rule == "number-word"
            and reference[1][0].isupper()
            and before.strip() != reference[1]
        ):
            return "part of a name"
        return None

    def _of_digits(self, text: str, number: PrintedNumber, before: str, token: Token) -> str | None:
        end, printed = number.end, text[number.start : number.end]
        # A rank has no scale word, so that `#13 million` is money with a broken sign.
        if _LETTER_BEFORE.search(before) and not (number.scale > 1 and before.endswith("#")):
            return "part of a name"
        if _ORDINAL_ENDING.match(text, end):
            return "ordinal"
        if not before.strip() and _LIST.match(text, number.start) and number.start < 3:
            return "place in a list"
        if _DECADE.match(text, number.start) or (len(printed) == 2 and _SHORT_YEAR.search(before)):
            return "date"
        is_day = number.rule == "digits" and len(printed) <= 2 and printed != "0" and int(printed) <= 31
        if is_day and (self._month_before.search(before) or self._day_of_month.match(text, end)):
            return "date"
        if number.rule == "digits" and _YEAR.fullmatch(printed) and self._is_year(text, end, before, token):
            return "date"
        if _ADDRESS.match(text, end):
            return "address"
        reference = self._reference.search(before)
        if reference and number.rule == "decimal-point" and reference[1].lower() in self._with_points:
            return "place in a list"
        if reference and number.rule == "digits":
            word = reference[1]
            alone = word.lower() not in self._by_capital
            if (
                alone
                or (word[0].isupper() and before.strip() != word)
                or (word[0].isupper() and not _plural_follows(token))
            ):
                return "place in a list"
            if word.lower() in {"number", "kilometer", "kilometre", "channel", "version", "level", "phase"}:
                return "place in a list"
        return "part of a name" if _is_part_of_name(text, number, token) else None

    def _is_year(self, text: str, end: int, before: str, token: Token) -> bool:
        if self._month_before.search(before) or self._after_day.search(before):
            return True
        if re.match(
            r"[ -](?:people|men|women|soldiers|percent|per cent|dollars|rubles|euros|miles|km|meters|points)\b",
            text[end:],
        ):
            return False
        return not (token.dep_ == "nummod" and token.head.i == token.i + 1 and token.head.tag_ == "NNS")

    def _of_vague(self, text: str, end: int, word: str) -> str | None:
        bare = word.removeprefix("a ")
        if bare in self._of_something:
            return None if re.match(r" (?:of|more)\b", text[end:]) else "no number"
        return "no number" if bare in self._no_number and word != "a few" else None

    def _of_one(self, text: str, end: int, before: str, token: Token) -> str | None:
        following = re.match(r"[ -]([^\W\d_]+)", text[end:])
        if text[end : end + 1] in {"’", "'"} or following is None:
            return None if re.search(r"\b(?:all but|only|just)\s$", before, re.IGNORECASE) else "pronoun"
        if re.search(r"\b(?:all but|all except|everyone but)\s$", before, re.IGNORECASE):
            return None
        if (
            re.match(r" (?:in|out of) (?:every )?[\w]+", text[end:])
            and token.dep_ != "nsubj"
            and following[1] == "out"
        ):
            return None
        if re.search(
            r"\b(?:no|the|this|that|any|every|each|which|another|some|first|last|next|big|new|other|such)\s$",
            before,
            re.IGNORECASE,
        ):
            return "pronoun"
        if re.match(
            r" in (?:every )?(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b| out of (?:every )?\w+",
            text[end:],
        ):
            return None
        is_length = following[1] == "day" and re.search(
            r"\b(?:in|within|for|after|than|least|only|just)\s$", before
        )
        if following[1].lower() in self._idle_one and not is_length:
            return (
                "pronoun"
                if following[1].lower() in {"of", "or", "who", "that", "another", "such"}
                else "idiom"
            )
        if token.dep_ in {"nummod", "quantmod", "compound"} or token.head.i == token.i + 1:
            return None
        return (
            None
            if re.match(r" [a-z]+", text[end:]) and token.nbor(1).tag_ in {"JJ", "NN", "NNP"}
            else "pronoun"
        )

    def _of_part(self, text: str, end: int, word: str, before: str, token: Token) -> str | None:
        if word.endswith(("half", "halves")) and re.search(
            r"\b(?:first|second|latter|other|better|last|early|late)[ -]$", before, re.IGNORECASE
        ):
            return "part of a time"
        if word == "half" and re.match(r"[-‑]|time\b|way\b", text[end:]):
            return "idiom"
        is_ordinal_word = word.startswith(("a ", "an ")) and not word.endswith(("half", "quarter"))
        following = re.match(r" ([a-z]+)", text[end:]) if is_ordinal_word else None
        if following is None or following[1] in self._after_part:
            return None
        return "ordinal" if token.nbor(1).tag_ in _NOMINAL else None

    def _of_multiple(self, text: str, end: int, word: str, token: Token) -> str | None:
        if word == "twice" and not re.match(r" (?:as|the|that|its|their|his|her|what|this)\b", text[end:]):
            return "no number"
        if (
            word in {"double", "triple", "quadruple"}
            and token.pos_ not in {"VERB"}
            and not re.match(r" (?:the|that|its|their|what|this|those)\b", text[end:])
        ):
            return "no number"
        return "no number" if re.match(r"one times?", word) else None


def _plural_follows(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NNS"


def _is_part_of_name(text: str, number: PrintedNumber, token: Token) -> bool:
    """Tell whether digits directly after a capitalised word are part of its name, such as Boeing 737."""
    if number.rule not in {"digits"} or token.i == 0:
        return False
    previous = token.nbor(-1)
    if _GLUED.match(text, number.end) or text[number.start - 1 : number.start] != " ":
        return False
    is_name = (
        previous.tag_ in {"NNP", "NNPS"}
        and any(letter.isupper() for letter in previous.text)
        and previous.ent_type_ not in {"DATE", "PERSON"}
    )
    if not is_name:
        return False
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.head == previous or token.ent_type_ in {"ORG", "PRODUCT", "FAC", "LAW", "EVENT", "WORK_OF_ART"}:
        return True
    return following is None or following.tag_ not in {"NNS", "NN", "JJ"}


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


@lru_cache(maxsize=1)
def left_out() -> LeftOut:
    """Return the list of the lexicon, read once a process."""
    return LeftOut.load()
