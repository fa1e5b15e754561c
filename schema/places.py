"""Places: what they are, how they are named, how they relate."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from schema.base import Base, check, integer, number_key, real, reference, slug, term, text
from schema.vocabularies import (
    PLACE_CLAIMS,
    PLACE_KINDS,
    PLACE_NAME_KINDS,
    PLACE_RELATIONS,
    PLACE_STATUSES,
    POINT_PRECISIONS,
)


class Place(Base):
    """Places that articles name, from macro-regions to squares; codes and coordinates come from outside sources."""

    __tablename__ = "places"

    id: Mapped[str] = slug("Public id of the place.", primary=True)
    name: Mapped[str] = text("Usual English name.")
    kind: Mapped[str] = term(PLACE_KINDS, "What sort of place it is.", fact=True)
    status: Mapped[str] = term(
        PLACE_STATUSES, "Whether it is disputed, occupied, informal, unnamed or ordinary.", fact=True
    )
    parent_id: Mapped[str | None] = reference("places.id", "The next larger place.", deferred=True, fact=True)
    parent_name: Mapped[str | None] = text("Name of the next larger place.")
    country_code: Mapped[str | None] = text(
        "ISO 3166-1 alpha-2 code of the country it lies in, or is.", fact=True
    )
    country_code_3: Mapped[str | None] = text(
        "ISO 3166-1 alpha-3 code of the country, for a country.", fact=True
    )
    subdivision_code: Mapped[str | None] = text("ISO 3166-2 code, for a subdivision.", fact=True)
    former_code: Mapped[str | None] = text("ISO 3166-3 code, for a former country.", fact=True)
    geonames_id: Mapped[int | None] = integer("GeoNames identifier.", minimum=1)
    latitude: Mapped[float | None] = real(
        "Degrees north.", minimum=-90, maximum=90, required=True, unit="degree"
    )
    longitude: Mapped[float | None] = real(
        "Degrees east.", minimum=-180, maximum=180, required=True, unit="degree"
    )
    point_precision: Mapped[str] = term(POINT_PRECISIONS, "What the coordinates stand for.")

    rules = (
        UniqueConstraint("id", "name"),
        ForeignKeyConstraint(
            ["parent_id", "parent_name"], ["places.id", "places.name"], deferrable=True, initially="DEFERRED"
        ),
        check("parent_and_name", "(parent_id IS NULL) = (parent_name IS NULL)"),
        check("not_own_parent", "id <> parent_id"),
        check("whole_point", "(latitude IS NULL) = (longitude IS NULL)"),
        check("point_precision_given", "(latitude IS NULL) = (point_precision = 'none')"),
        check("no_point_for_macro_region", "kind <> 'macro_region' OR latitude IS NULL"),
        check("country_code_form", "country_code GLOB '[A-Z][A-Z]'"),
        check("country_code_3_form", "country_code_3 GLOB '[A-Z][A-Z][A-Z]'"),
        check(
            "subdivision_code_form",
            "subdivision_code GLOB '[A-Z][A-Z]-[A-Z0-9]*' AND subdivision_code NOT GLOB '*[^A-Z0-9-]*'",
        ),
        check("former_code_form", "former_code GLOB '[A-Z][A-Z][A-Z][A-Z]'"),
    )


class PlaceName(Base):
    """Names and demonyms of places."""

    __tablename__ = "place_names"

    id: Mapped[int] = number_key("Derived from place and name.")
    place_id: Mapped[str] = reference("places.id", "The place.", owner=True)
    name: Mapped[str] = text("The name as written.")
    name_key: Mapped[str] = text("The name in NFC, without format characters, spaces folded, in lower case.")
    kind: Mapped[str] = term(PLACE_NAME_KINDS, "What sort of name it is.")

    rules = (UniqueConstraint("place_id", "name_key"),)


class PlaceRelation(Base):
    """What one place is to another, beyond lying within it."""

    __tablename__ = "place_relations"

    place_id: Mapped[str] = reference("places.id", "The place.", owner=True, primary=True)
    relation: Mapped[str] = term(PLACE_RELATIONS, "What it is to the other.", primary=True)
    other_place_id: Mapped[str] = reference("places.id", "The other place.", owner=True, primary=True)
    source: Mapped[str] = text("Where this is taken from.")

    rules = (check("not_itself", "place_id <> other_place_id"),)


class PlaceClaim(Base):
    """What an article itself says one place is to another, right or wrong."""

    __tablename__ = "place_claims"

    article_id: Mapped[str] = reference("articles.id", "The article.", owner=True, primary=True)
    place_id: Mapped[str] = reference("places.id", "The place.", primary=True)
    relation: Mapped[str] = term(PLACE_CLAIMS, "What it is said to be to the other.", primary=True, fact=True)
    other_place_id: Mapped[str] = reference("places.id", "The other place.", primary=True)
    passage_id: Mapped[int] = reference("passages.id", "The words.", owner=True)

    rules = (check("not_itself", "place_id <> other_place_id"),)
