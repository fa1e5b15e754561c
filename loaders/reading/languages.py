"""The language of a text, told by its function words, or by its script where only one language matters."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Final

from loaders import yaml_source

SUPPORTED: Final = "en"
# So much of a text is looked at.
_SAMPLE: Final = 5_000
_FEWEST_WORDS: Final = 8
_SMALLEST_SHARE: Final = 0.08
_WORD: Final = re.compile(r"[^\W\d_]+")
# Scripts that one language alone uses, or one that stands for all that use it; none of them is read.
_SCRIPTS: Final = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
_FILE: Final = Path(__file__).parent / "knowledge" / "languages.yaml"


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that most of a text seems to be in; None where it is too short.

    >>> language_of("The ships that were in the harbour have left, and nobody knows when they will be back.")
    'en'
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS:
        if letters and 3 * len(script.findall(sample)) > letters:
            return code
    words = Counter(_WORD.findall(sample.casefold()))
    if words.total() < _FEWEST_WORDS:
        return None
    counts = {code: sum(words[word] for word in known & words.keys()) for code, known in _function_words()}
    best = max(counts, key=lambda code: (counts[code], code))
    return best if counts[best] >= _SMALLEST_SHARE * words.total() else None


@lru_cache(maxsize=1)
def _function_words() -> tuple[tuple[str, frozenset[str]], ...]:
    lists, _ = yaml_source.read(_FILE)
    return tuple((code, frozenset(words.split())) for code, words in lists.items())
