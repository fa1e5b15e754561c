"""Promises of names.py: the names that the authorities know are found where they stand, and mean one thing."""

from __future__ import annotations

from pathlib import Path

import invented
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import authorities
from loaders.names import SILENT_ROLES, NameIndex, find_names, name_key
from loaders.records import CleanDocument
from schema.vocabularies import PARAGRAPH_ROLES

PARTIES = """\
- {id: union, kind: organisation, name: Union of Gdynia Dockers, naming: named, organisation_kind: association}
- {id: workers-union, kind: organisation, name: Union, naming: named, organisation_kind: association}
- {id: the-guard, kind: organisation, name: guard at the gate, naming: described, organisation_kind: association}
- {id: masked-man, kind: person, name: Olek, name_status: pseudonym, only_in: port}
- {id: oneil, kind: person, name: Sinéad O’Neil, name_status: real, names: [{name: O'Neil, kind: surname}]}
- {id: two-names, kind: person, name: Ola Berg, name_status: real, names: [{name: Ola, kind: given_name}]}
- {id: crew, kind: group, name: crew of Gdynia, names: [{name: Gdynia crew, kind: description}]}
"""
PLACES = """\
- {id: gdynia-port, name: Port of Gdynia, kind: landmark, parent: gdynia}
- {id: gdynia-republic, name: Republic of Poland, kind: landmark}
- {id: quay, name: Quay 9-A, kind: landmark, found_by_name: false}
- {id: us, name: "U.S.", kind: country}
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> NameIndex:
    """The names of the invented authorities and of a few that are harder to tell apart."""
    seeds = invented.make(tmp_path_factory.mktemp("names"))
    seeds.write("authorities/parties.yaml", invented.PARTIES + PARTIES)
    seeds.write("authorities/places.yaml", invented.PLACES + PLACES)
    return NameIndex(authorities.load(seeds.folder / "authorities"))


def found(index: NameIndex, *paragraphs: str, article: str = "port", role: str | None = None) -> list[str]:
    """What was found: the words, whom or what they mean, and how they are read where it is not plainly by name."""
    document = invented.document(*paragraphs, article=article, role=role)
    return [shown(mention_and_words, document) for mention_and_words in enumerate(find_names(document, index))]


def shown(numbered: tuple[int, object], document: CleanDocument) -> str:
    """One mention as a short text."""
    from loaders.records import FoundMention  # noqa: PLC0415

    mention = numbered[1]
    assert isinstance(mention, FoundMention)
    text = document.paragraphs[mention.span.paragraph - 1].text[mention.span.start : mention.span.end]
    extra = [word for word in (mention.form, mention.reading) if word not in {"name", "literal"}]
    return " ".join([f"{text}={mention.party or mention.place}", *extra])
