"""name_lexicon: what the finder of names knows of English, read once from `lexicon/names.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from loaders import yaml_source
from loaders.errors import InputError
from loaders.extract.gazetteer import LEXICON, fold

# Lists whose words count as printed; those of the others are matched without regard to capitals.
_AS_PRINTED = {"organisations", "divisions"}


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """The lists of `names.yaml`, each described there, and the given names of `given_names.txt`, folded."""

    titles: frozenset[str]
    title_modifiers: frozenset[str]
    particles: frozenset[str]
    organisation_heads: frozenset[str]
    organisation_of: frozenset[str]
    organisations: frozenset[str]
    place_heads: frozenset[str]
    place_prepositions: frozenset[str]
    place_followers: frozenset[str]
    other_heads: frozenset[str]
    other_names: frozenset[str]
    not_names: frozenset[str]
    function_words: frozenset[str]
    dotted: frozenset[str]
    inner_possessives: frozenset[str]
    prefixes: frozenset[str]
    bodies: frozenset[str]
    company_ends: frozenset[str]
    place_firsts: frozenset[str]
    forms_of_address: frozenset[str]
    locals: frozenset[str]
    other_followers: frozenset[str]
    surname_endings: frozenset[str]
    divisions: frozenset[str]
    speech: frozenset[str]
    portfolios: frozenset[str]
    person_nouns: frozenset[str]
    kin: frozenset[str]
    body_nouns: frozenset[str]
    leaders: frozenset[str]
    place_endings: frozenset[str]
    place_verbs: frozenset[str]
    given_names: frozenset[str]

    def is_given(self, word: str) -> bool:
        """Tell whether a word, or the first part of one with a hyphen, is a given name."""
        folded = fold(word)
        return folded in self.given_names or folded.split(" ")[0] in self.given_names


@lru_cache(maxsize=1)
def name_lexicon() -> NameLexicon:
    """Return the lists; raises InputError where one is missing or is no list."""
    file = LEXICON / "names.yaml"
    source, _ = yaml_source.read(file)
    lists: dict[str, frozenset[str]] = {}
    for name in (field.name for field in fields(NameLexicon) if field.name != "given_names"):
        entries = source.get(name)
        if not isinstance(entries, list):
            raise InputError(f"the list '{name}' is missing", file)
        lists[name] = frozenset(entries if name in _AS_PRINTED else (entry.lower() for entry in entries))
    return NameLexicon(**lists, given_names=_given_names(LEXICON / "given_names.txt"))


def _given_names(file: Path) -> frozenset[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
