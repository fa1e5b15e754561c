"""The closed lists of the dataset: each term with its meaning, said once.

The models turn a list into a CHECK, the annotation model into a type, `docs/schema.md` into a table.
Lists that grow with the news (measures, event types, propositions) are authorities in `seeds/` and tables instead.
"""

from __future__ import annotations

from typing import Final

Vocabulary = dict[str, str]

# --- text ---------------------------------------------------------------------------------------------------

ARTICLE_KINDS: Final[Vocabulary] = {
    "held": "the dataset holds its text or a digest of it",
    "known_only_through_others": "known only because other articles rest on it, such as an agency report",
}
READING_STATES: Final[Vocabulary] = {
    "reviewed": "read and checked by a person",
    "draft": "read by the extractor, not yet checked",
    "unread": "stored, but nothing has been read out of it",
}
TEXT_KINDS: Final[Vocabulary] = {
    "digest": "the article retold paragraph by paragraph in the project's own words",
    "full": "the text as it was given to the loader",
    "none": "no text is held",
}
PARAGRAPH_ROLES: Final[Vocabulary] = {
    "masthead": "the publication's name standing as a line of its own",
    "title": "the headline of the article",
    "byline": "who wrote it",
    "source_line": "agency credit or copyright line",
    "photo_credit": "whose picture it is",
    "caption": "what a picture shows or is filed under",
    "lead": "the opening paragraph that sums up the news",
    "body": "running text of the article",
    "subhead": "a headline between paragraphs",
    "lead_in": "a line that only introduces the next paragraph, such as a quotation",
    "footnote": "a note to a marked word of the body",
    "notice": "a message of the site to its reader, such as an offer to subscribe",
    "teaser": "headline, label or opening of another story",
    "furniture": "counters, buttons and the like",
}
GENRES: Final[Vocabulary] = {
    "news_report": "tells what happened",
    "feature": "tells a story at length, often one person's",
    "analysis": "tells what happened and judges it",
    "opinion": "argues for a view",
}
TOPICS: Final[Vocabulary] = {
    "mobilization": "the call-up of civilians and reservists in 2022",
    "conscription": "the regular draft of young men",
    "desertion": "leaving an army or a unit without leave",
    "emigration": "leaving Russia",
    "asylum": "asking for protection in another country",
    "extradition": "sending people back for trial or service",
    "reception": "how other countries receive those who come",
    "troop_numbers": "how many soldiers there are",
}
ARTICLE_DATE_KINDS: Final[Vocabulary] = {
    "published": "first made public",
    "updated": "last changed by its publisher",
    "copyright": "the year of a copyright line",
    "captured": "when the text was taken from the web",
}
ARTICLE_RELATIONS: Final[Vocabulary] = {
    "syndicates": "carries the other's text word for word, whole or cut",
    "rewrites": "tells the other's text again in changed words",
    "reports_on_same": "reports the same events on its own",
}
PARAGRAPH_RELATIONS: Final[Vocabulary] = {
    "repeats": "says again what the other paragraph says",
    "footnote_to": "is the note to a mark in the other paragraph",
    "introduces": "only leads in to the other paragraph",
}
MENTION_FORMS: Final[Vocabulary] = {
    "name": "by name, whole or in part",
    "demonym": "by the adjective or noun of a place, such as Kazakh",
    "description": "by what it is, such as the bureau",
    "pronoun": "by a pronoun",
}
MENTION_READINGS: Final[Vocabulary] = {
    "literal": "the named thing itself",
    "metonym": "a place that stands for its government",
    "embedded": "a name inside another name",
    "comparison": "named only to compare",
}

# --- dates --------------------------------------------------------------------------------------------------

DATE_PRECISIONS: Final[Vocabulary] = {
    "day": "one day",
    "month": "one month",
    "season": "one season, northern and meteorological",
    "year": "one year",
    "decade": "ten years",
    "interval": "from one date to another",
    "open": "an interval with an open or unknown end",
}
DATE_ANCHORS: Final[Vocabulary] = {
    "printed": "year, month and day, or what there is of them, stand in the words",
    "published": "read from the date of publication",
    "said": "read from the date on which a statement was made",
    "event": "read from the date of an event",
    "text": "read from another date in the text",
}

# --- parties ------------------------------------------------------------------------------------------------

PARTY_KINDS: Final[Vocabulary] = {
    "person": "one human being with a name or a stated stand-in for one",
    "organisation": "a body with a name, or one described so that it can be told from others",
    "group": "unnamed people or bodies, as described; one unnamed person too",
}
NAME_STATUSES: Final[Vocabulary] = {
    "real": "given as the person's own name",
    "pseudonym": "stated to be a stand-in; never resolved",
    "first_name_only": "only a first name is given",
    "withheld": "the article says that it keeps the name back",
}
ORGANISATION_KINDS: Final[Vocabulary] = {
    "government": "a government as a whole",
    "ministry": "a department of a government",
    "agency": "an office, service or commission of a state",
    "court": "a court of law",
    "armed_force": "an army, a unit, or a part of one",
    "legislature": "a parliament or council that makes law",
    "international": "a body of several states",
    "news_agency": "an agency that supplies news to others",
    "publisher": "a newspaper, site or broadcaster",
    "association": "an association, bureau or aid group outside the state",
    "company": "a business",
}
NAMING: Final[Vocabulary] = {
    "named": "called by a name",
    "described": "only described",
}
PLACE_MEANINGS: Final[Vocabulary] = {
    "seat": "where it has its office",
    "jurisdiction": "where it has power",
    "country": "the state that it belongs to",
}
PARTY_NAME_KINDS: Final[Vocabulary] = {
    "full": "the name in full",
    "short": "a shorter form of the name",
    "surname": "the family name alone",
    "given_name": "the first name alone",
    "translation": "the name put into English",
    "transliteration": "another spelling in Latin letters",
    "abbreviation": "initials or another short form",
    "former": "a name no longer used",
    "description": "words that describe rather than name",
}
ATTRIBUTE_KINDS: Final[Vocabulary] = {
    "office": "an office of state or of a body",
    "occupation": "what the person does for a living",
    "employer": "for whom the person works",
    "membership": "what the person belongs to, such as a unit",
    "nationality": "of which state or people",
    "origin": "where the person comes from",
    "residence": "where the person is or lives",
    "legal_status": "standing in law, such as asylum seeker",
    "age": "age in years",
    "kinship": "relation to another person",
    "activity": "something else that the person does, such as a course of study",
}
TENURES: Final[Vocabulary] = {
    "current": "held at the time of the article",
    "former": "no longer held at the time of the article",
    "sought": "wished or applied for",
    "planned": "settled but not yet begun",
}
JUDGEMENTS: Final[Vocabulary] = {
    "same": "both names mean one thing",
    "different": "the names mean different things",
    "unsure": "cannot be told",
}

# --- places -------------------------------------------------------------------------------------------------

PLACE_KINDS: Final[Vocabulary] = {
    "macro_region": "a part of the world larger than a state, or one that no border draws",
    "country": "a state, or a territory listed among states",
    "former_country": "a state that is no more",
    "first_level": "a subdivision directly below the country",
    "informal_region": "a region that people name but no law draws",
    "settlement": "a city, town or village",
    "landmark": "a square, building or other spot",
    "border": "the line between two countries",
    "zone": "an area set apart for a purpose",
    "settlement_or_region": "the name fits a city and its region, and the words do not tell which",
}
PLACE_STATUSES: Final[Vocabulary] = {
    "ordinary": "undisputed",
    "disputed": "states disagree to whom it belongs",
    "occupied": "held by the forces of another state",
    "historical": "exists no more",
    "informal": "no law draws its borders",
    "unnamed": "the article keeps its name back or does not know it",
}
PLACE_NAME_KINDS: Final[Vocabulary] = {
    "name": "the usual English name",
    "full": "the name in full, such as a state's formal name",
    "variant": "another spelling or an older name",
    "demonym": "adjective or noun for its people",
}
PLACE_RELATIONS: Final[Vocabulary] = {
    "capital_of": "is the capital of the other",
    "formerly_part_of": "once belonged to the other",
    "borders": "shares a border with the other",
}
POINT_PRECISIONS: Final[Vocabulary] = {
    "point": "the coordinates are those of the place itself",
    "area": "the place is an area; the coordinates, if any, are only a spot inside it",
    "none": "no coordinates are given, by choice or for want of a source",
}

# --- claims -------------------------------------------------------------------------------------------------

STATEMENT_FORMS: Final[Vocabulary] = {
    "direct": "in the speaker's words, between quotation marks",
    "indirect": "reported in the author's words",
    "authorial": "the author's own judgement, in nobody else's name",
    "gloss": "the author explains what another's words or deeds mean",
}
QUOTATIONS: Final[Vocabulary] = {
    "complete": "opened and closed",
    "cut": "the text breaks off inside it",
    "unopened": "closed but never opened",
    "split": "interrupted by the words that say who speaks",
    "fragment": "only some words of a sentence are quoted",
}
STATEMENT_MODALITIES: Final[Vocabulary] = {
    "asserted": "said to be so",
    "opinion": "a judgement of value",
    "promise": "the speaker binds the speaker's side",
    "plan": "meant to be done",
    "hope": "wished for",
    "possible": "said to be possible",
    "question": "asked",
    "conditional": "holds only under a condition",
}
STANCES: Final[Vocabulary] = {
    "supports": "holds the proposition to be so",
    "opposes": "holds it not to be so",
    "questions": "asks whether it is so",
}
COMPARATORS: Final[Vocabulary] = {
    "exact": "just the number, or none other said",
    "about": "near the number, on either side",
    "nearly": "a little less than the number",
    "at_least": "the number or more",
    "more_than": "more than the number",
    "less_than": "less than the number",
    "up_to": "the number or less",
    "range": "from one number to another",
    "all_but": "all except the number",
    "vague": "a word for a number that gives only its size",
}
FIGURE_KINDS: Final[Vocabulary] = {
    "count": "how many",
    "share": "what part of a whole",
    "rate": "how many in each unit of time or of something else",
    "age": "years of life",
    "duration": "a length of time",
    "money": "an amount of money",
    "factor": "how many times as many",
    "other": "a number of another sort",
}
ACCUMULATIONS: Final[Vocabulary] = {
    "stock": "how many there are at one time",
    "cumulative": "how many in all, from a beginning up to a time",
    "gross_flow": "how many moved or happened within a period, returns not taken off",
    "net_flow": "how many more came than went within a period",
    "none": "does not accumulate, such as an age or a penalty",
}
FIGURE_MODALITIES: Final[Vocabulary] = {
    "reported": "said to be so",
    "estimated": "said to be an estimate or worked out roughly",
    "target": "an aim set",
    "planned": "meant to happen",
    "possible": "might be",
    "imposed": "laid down for one case, such as a sentence",
    "statutory": "laid down by a rule for all cases",
}
RULE_KINDS: Final[Vocabulary] = {
    "date": "reads a time expression",
    "number": "reads a printed number",
    "interval": "says within what bounds the true number lies by the printed one",
}
FIGURE_PLACE_ROLES: Final[Vocabulary] = {
    "in": "where what is counted is or happened",
    "from": "where the counted people or things set out",
    "to": "where they went",
    "example": "named as one of several",
}
FIGURE_RELATIONS: Final[Vocabulary] = {
    "repeats": "prints again what the other figure claims, in another article",
    "subset_of": "counts a part of what the other counts",
    "share_of": "is a part of the other, as a fraction",
    "derived_from": "was worked out from the other",
    "compared_with": "is set beside the other by the article",
}
DERIVATIONS: Final[Vocabulary] = {
    "difference": "one less the other",
    "sum": "one and the other together",
    "ratio": "one divided by the other",
    "product": "one times the other",
}

# --- events -------------------------------------------------------------------------------------------------

EVENT_EXTENTS: Final[Vocabulary] = {
    "moment": "at one time, so that its date is what its reports have in common",
    "stretch": "lasts, so that its date runs from the first day reported to the last",
}
EVENT_STATUSES: Final[Vocabulary] = {
    "happened": "said to have happened",
    "ongoing": "said to be going on",
    "planned": "said to be coming",
    "attempted": "tried, without success or with none reported",
    "refused": "asked for and not granted",
    "denied": "said not to have happened",
    "alleged": "reported only as somebody's charge",
}
EVENT_PLACE_ROLES: Final[Vocabulary] = {
    "at": "where it happened",
    "from": "where it began",
    "to": "where it led",
    "via": "through which it passed",
}
EVENT_DETAILS: Final[Vocabulary] = {
    "outcome": "what came of it",
    "cause": "why it happened",
    "purpose": "what it was for",
    "means": "how it was done",
    "charge": "of what somebody was accused or found guilty",
    "condition": "on what it depends",
}
EVENT_RELATIONS: Final[Vocabulary] = {
    "before": "came before the other",
    "part_of": "is a part of the other",
    "causes": "is said to have led to the other",
    "distinct_from": "must not be taken for the other",
}
PARTICIPANT_ROLES: Final[Vocabulary] = {
    "agent": "did it",
    "affected": "it was done to them",
    "beneficiary": "it was done for them, or they received what was given",
    "counterpart": "the other side of a meeting or talk",
    "authority": "decided or ordered it",
    "target": "it was aimed at them",
}

# --- basis --------------------------------------------------------------------------------------------------

BASES: Final[Vocabulary] = {
    "stated": "printed, in another passage than the row's own",
    "inferred": "follows from the article, by the reasoning given",
    "external": "comes from outside the article, from the source given",
    "computed": "worked out from other values, as the reasoning says",
    "not_stated": "not said, or not known; the reasoning says which",
}
PLACE_CLAIMS: Final[Vocabulary] = {
    **PLACE_RELATIONS,
    "lies_in": "is a part of the other",
}
COMPARISON_KINDS: Final[Vocabulary] = {
    "value": "values for the same thing",
    "revision": "values given, or sides taken, by one claimant on different days",
    "wording": "wordings of a report and of its rewrite",
    "definition": "figures that look alike but differ in period or definition",
    "arithmetic": "printed arithmetic",
    "geography": "what an article says of places, and what is known of them",
    "stance": "sides taken on one proposition",
}
VERDICTS: Final[Vocabulary] = {
    "disagrees": "both cannot be so",
    "drifts": "the wording moved between a report and its rewrite",
    "revised": "the same claimant gave another value, or took the other side, on another day",
    "not_comparable": "different things, periods or definitions",
}
ISSUE_KINDS: Final[Vocabulary] = {
    "uninterpreted": "a loader or reader could not tell what it means",
    "left_out": "left out on purpose",
    "unread": "nobody has read it yet",
}
MAKER_KINDS: Final[Vocabulary] = {
    "reviewer": "a person who read and checked",
    "extractor": "the program",
}
