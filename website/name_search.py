"""Names that may answer what was typed, by how their words begin or sound; how well they do is for others to say."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from website.metadata import DATABASE
from website.name_matching import Entity, Named
from website.spelling import SHORTEST_BEGINNING, closest, plain, sound, sound_groups, sounds_of, words

# So many names are compared with what was typed, the most named of them first where one word is all they share.
_MOST: Final = 400
_MOST_WORDS: Final = 6
_LAST: Final = "\U0010ffff"
# Groups of sounds that fewest names have are asked for, until so many names have them; the others tell little.
_MOST_SHARING: Final = 20_000
_MOST_ALIKE: Final = 100
_MOST_BEGINNING: Final = 1000
_COLUMNS: Final = "n.home, n.id, n.name, n.description, n.certain, n.found_as, n.kind"
_GROUPS: Final = """
SELECT s.sounds, s.names
FROM json_each(:sounds) AS asked CROSS JOIN stored.name_group_sizes AS s ON s.sounds = asked.value
ORDER BY s.names, s.sounds
"""
_ALIKE: Final = f"""
WITH shared AS (
    SELECT g.number, count(*) AS groups
    FROM json_each(:sounds) AS asked CROSS JOIN stored.name_groups AS g ON g.sounds = asked.value
    GROUP BY g.number ORDER BY groups DESC, g.number LIMIT :most
)
SELECT {_COLUMNS} FROM shared CROSS JOIN stored.name_list AS n ON n.number = shared.number
"""
_BY_ID: Final = f"SELECT {_COLUMNS} FROM stored.name_list AS n WHERE n.home = :home AND n.id = :id"
_BEGINNING: Final = f"""
SELECT DISTINCT n.home, n.id, n.name, n.description, n.certain, n.found_as, n.kind
FROM stored.name_words AS w CROSS JOIN stored.name_list AS n ON n.number = w.number
WHERE w.word BETWEEN :first AND :last AND (:home = '' OR n.home = :home)
LIMIT {_MOST_BEGINNING}
"""
_PARTIES: Final = """
SELECT n.id, max(spelled_like(n.found_as, :q)) AS score
FROM json_each(:numbers) AS asked CROSS JOIN stored.name_list AS n ON n.number = asked.value
WHERE n.home <> 'places'
GROUP BY n.id HAVING score > 0
ORDER BY score DESC, min(n.number)
"""


async def numbers_like(datasette: Any, asked: str) -> list[int]:
    """Return the numbers of the names that may answer, at most 400 of each way to look for them.

    Each word must begin a word of the name, or its sound the sound of one; the longest word finds the names, the
    others are asked of each.
    """
    sought = sorted(dict.fromkeys(words(asked)), key=len, reverse=True)[:_MOST_WORDS]
    if not sought:
        return []
    stretches = [_stretches(word) for word in sought]
    parameters: dict[str, str | int] = {"most": _MOST}
    also = ""
    for place, others in enumerate(stretches[1:]):
        either = []
        for side, (first, last) in enumerate(others):
            key = f"w{place}_{side}"
            parameters |= {f"{key}_first": first, f"{key}_last": last}
            either.append(f"o.word BETWEEN :{key}_first AND :{key}_last")
        also += (
            " AND EXISTS (SELECT 1 FROM stored.name_words AS o "
            f"WHERE o.number = n.number AND ({' OR '.join(either)}))"
        )
    found: dict[int, None] = {}
    for first, last in stretches[0]:
        sql = (
            "SELECT n.number FROM stored.name_words AS n "
            f"WHERE n.word BETWEEN :first AND :last{also} LIMIT :most"
        )
        answer = await datasette.get_database(DATABASE).execute(
            sql, {**parameters, "first": first, "last": last}
        )
        found |= dict.fromkeys(row[0] for row in answer.rows)
    return list(found)


async def parties_of(datasette: Any, asked: str, numbers: Sequence[int], most: int) -> list[str]:
    """Return the ids of parties that bear some names, those first that answer best."""
    answer = await datasette.get_database(DATABASE).execute(
        f"{_PARTIES} LIMIT {most}", {"q": asked, "numbers": json.dumps(numbers)}
    )
    return [row["id"] for row in answer.rows]


async def names_alike(datasette: Any, asked: str) -> list[Named]:
    """Return the names that share most groups of sounds with a name, and those of the entity of that key."""
    database = datasette.get_database(DATABASE)
    sounds = json.dumps(sorted(sound_groups(sounds_of(asked))))
    telling: list[str] = []
    together = 0
    for group, names in (await database.execute(_GROUPS, {"sounds": sounds})).rows:
        together += names
        if telling and together > _MOST_SHARING:
            break
        telling.append(group)
    found = await database.execute(_ALIKE, {"sounds": json.dumps(telling), "most": _MOST_ALIKE})
    return [*await names_of(datasette, asked), *map(_named, found.rows)]


async def names_of(datasette: Any, key: str) -> list[Named]:
    """Return the names of the entity of a key, such as `persons/ewa-lis`; none where there is none."""
    home, _, public_id = key.partition("/")
    found = await datasette.get_database(DATABASE).execute(_BY_ID, {"home": home, "id": public_id})
    return [_named(row) for row in found.rows]


async def beginning(datasette: Any, prefix: str, home: str) -> list[Entity]:
    """Return the entities of which a name, or a word of one, begins so, by name; the one of that key too.

    Of a beginning that more than 1,000 names share, others may be left out.
    """
    start, (first, *_) = plain(prefix.strip()), [*words(plain(prefix)), ""]
    found = {one.entity.key: one.entity for one in await names_of(datasette, prefix)}
    if start and first:
        asked = {"first": first, "last": first + _LAST, "home": home}
        for row in (await datasette.get_database(DATABASE).execute(_BEGINNING, asked)).rows:
            parts = [plain(row["found_as"]), *map(plain, words(row["found_as"]))]
            if any(part.startswith(start) for part in parts):
                entity = _named(row).entity
                found[entity.key] = entity
    return sorted(found.values(), key=lambda entity: (entity.name, entity.key))


async def nearest_names(datasette: Any, asked: str) -> list[str]:
    """Return the names most like what was asked, for a question whether one of them was meant."""
    return closest(asked, [named.text for named in await names_alike(datasette, asked)])


def _named(row: Any) -> Named:
    entity = Entity(row["home"], row["id"], row["name"], row["description"], bool(row["certain"]))
    return Named(entity, row["found_as"], row["kind"])


def _stretches(word: str) -> list[tuple[str, str]]:
    """Return from where to where the words stand that begin like a word, or sound like it or its beginning."""
    written, heard = plain(word), sound(word)
    spoken = (heard, heard + _LAST) if len(heard) >= SHORTEST_BEGINNING else (heard, heard)
    found = [(written, written + _LAST)]
    return found if not heard or heard.startswith(written) else [*found, spoken]
