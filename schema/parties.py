"""Parties: whoever can act or speak, as persons, organisations and groups."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from schema.base import Base, check, day, edtf, number_key, reference, slug, term, text
from schema.vocabularies import (
    ATTRIBUTE_KINDS,
    NAME_STATUSES,
    NAMING,
    ORGANISATION_KINDS,
    PARTY_KINDS,
    PARTY_NAME_KINDS,
    PLACE_MEANINGS,
    TENURES,
)


def _same_as_party() -> ForeignKeyConstraint:
    """Keep kind and name equal to those of the party of the same id."""
    return ForeignKeyConstraint(
        ["id", "kind", "name"], ["parties.id", "parties.kind", "parties.name"], ondelete="CASCADE"
    )


class Party(Base):
    """Whoever can act or speak: the one list that persons, organisations and groups share."""

    __tablename__ = "parties"

    id: Mapped[str] = slug("Public id of the party.", primary=True)
    kind: Mapped[str] = term(PARTY_KINDS, "Which of the three tables describes it.")
    name: Mapped[str] = text("Usual name, or description of a group.")

    rules = (UniqueConstraint("id", "kind", "name"),)


class Person(Base):
    """People whom articles name, or whose name they say they keep back."""

    __tablename__ = "persons"

    id: Mapped[str] = slug("Public id of the person, the same as in `parties`.", primary=True)
    name: Mapped[str] = text("Usual name.")
    name_status: Mapped[str] = term(NAME_STATUSES, "Whether the name is the person's own.", fact=True)
    kind: Mapped[str] = term({"person": ""}, "Always person; ties the row to `parties`.")

    rules = (_same_as_party(),)


class Organisation(Base):
    """Bodies with a name, and bodies described so that they can be told from others; publishers and agencies too."""

    __tablename__ = "organisations"

    id: Mapped[str] = slug("Public id of the organisation, the same as in `parties`.", primary=True)
    name: Mapped[str] = text("Usual name.")
    organisation_kind: Mapped[str | None] = term(
        ORGANISATION_KINDS, "What sort of body it is.", required=True
    )
    naming: Mapped[str] = term(NAMING, "Whether articles name it or only describe it.", fact=True)
    parent_id: Mapped[str | None] = reference(
        "organisations.id", "The organisation of which it is a part.", deferred=True, fact=True
    )
    place_id: Mapped[str | None] = reference("places.id", "The place that goes with it.", fact=True)
    place_meaning: Mapped[str | None] = term(PLACE_MEANINGS, "What that place is to it.", fact=True)
    kind: Mapped[str] = term({"organisation": ""}, "Always organisation; ties the row to `parties`.")

    rules = (
        _same_as_party(),
        check("place_and_meaning", "(place_id IS NULL) = (place_meaning IS NULL)"),
        check("not_own_parent", "id <> parent_id"),
    )


class Group(Base):
    """Unnamed people or bodies as articles describe them; one unnamed person too."""

    __tablename__ = "groups"

    id: Mapped[str] = slug("Public id of the group, the same as in `parties`.", primary=True)
    name: Mapped[str] = text("Description of the group.")
    parent_party_id: Mapped[str | None] = reference(
        "parties.id", "The party to which the group belongs.", deferred=True, fact=True
    )
    place_id: Mapped[str | None] = reference(
        "places.id", "The place by which the group is described.", fact=True
    )
    kind: Mapped[str] = term({"group": ""}, "Always group; ties the row to `parties`.")

    rules = (_same_as_party(), check("not_own_parent", "id <> parent_party_id"))


class PartyName(Base):
    """Every name under which a party is known, with the kind of name."""

    __tablename__ = "party_names"

    id: Mapped[int] = number_key("Derived from party and name.")
    party_id: Mapped[str] = reference("parties.id", "The party.", owner=True)
    name: Mapped[str] = text("The name as written.")
    name_key: Mapped[str] = text("The name in NFC, without format characters, spaces folded, in lower case.")
    kind: Mapped[str] = term(PARTY_NAME_KINDS, "What sort of name it is.")

    rules = (UniqueConstraint("party_id", "name_key"),)


class PersonAttribute(Base):
    """What an article says a person is: office, origin, age, legal status and the like, as of that article."""

    __tablename__ = "person_attributes"

    id: Mapped[int] = number_key("Derived from passage, person, kind and attribute.")
    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True)
    person_id: Mapped[str] = reference("persons.id", "The person.")
    kind: Mapped[str] = term(ATTRIBUTE_KINDS, "What sort of thing is said.", fact=True)
    attribute: Mapped[str] = text("What is said, as a short phrase.", fact=True)
    tenure: Mapped[str] = term(TENURES, "Whether it holds, held, is sought or planned.", fact=True)
    party_id: Mapped[str | None] = reference(
        "parties.id", "The party it involves: body, unit, relative.", fact=True
    )
    place_id: Mapped[str | None] = reference("places.id", "The place it involves.", fact=True)
    figure_id: Mapped[str | None] = reference(
        "figures.id", "The figure that gives it, such as an age.", deferred=True
    )
    date: Mapped[str | None] = edtf("Since when or when it holds, as EDTF.")
    date_earliest: Mapped[str | None] = day("First day of that date.")
    date_latest: Mapped[str | None] = day("Last day of that date.")
    statement_id: Mapped[str | None] = reference(
        "statements.id", "The statement it rests on; NULL for the author's own voice.", deferred=True
    )
    passage_id: Mapped[int] = reference("passages.id", "The words.", owner=True)
