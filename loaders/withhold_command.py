"""The commands `relokanty withhold`, which adds a person to the withheld list, and `relokanty record-ids`.

Whoever runs `withhold` holds the name; nothing of it is printed or written, only hashes and a random placeholder.
"""

from __future__ import annotations

import os
import re
import secrets
import string
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import click

from loaders import paths, published_ids, yaml_source
from loaders import withhold as lists
from loaders.conduct import Conductor
from loaders.errors import InputError
from loaders.identifiers import slug
from loaders.published_ids import PublicId, ids_of_seeds, recorded_ids
from loaders.withhold import Form, WithheldList, Withholder, keys_of

_CONSONANTS = (
    "bcdfghjklmnpqrstvwxz"  # no vowels, so that no placeholder is a word; no digits, so none is a number
)
_LETTERS = (*string.ascii_lowercase[1:], *map("".join, product(string.ascii_lowercase, repeat=2)))
_OFFSET_ID = re.compile(r"(?P<article>.+)-p(?P<paragraph>\d+)-(?P<offset>\d+)(?:-(?P<letter>[a-z]))?")
_TEXTS = {".md", ".txt", ".yaml", ".py", ".sql", ".html", ".json"}
_NOT_OURS = {"build", "__pycache__"}

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """What a person's withholding wrote: the words shown for each new form of the name, and how many ids retired."""

    shown: tuple[str, ...]
    retired: int
    withholder: Withholder


@click.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--whole", is_flag=True, help="Withhold the names only as given, not the surname alone.")
def withhold(names: tuple[str, ...], whole: bool) -> None:
    """Withhold a person: give every NAME that the texts use, in quotation marks; `-` reads them from lines typed in.

    The last word of each NAME is withheld alone too. From the next build on, placeholders stand everywhere instead.
    To add a spelling later, give the listed whole name with it, so that they share what is shown.
    """
    if names == ("-",):
        names = tuple(line for line in sys.stdin.read().splitlines() if line.strip())
    done = withhold_person(names, paths.SEEDS, surnames=not whole)
    click.echo(
        f"{len(done.shown)} forms of the name are listed now and {done.retired} ids retired; instead will stand:"
    )
    for shown in done.shown:
        click.echo(f"  {shown}")
    click.echo("The name stands in these files of the checkout, so many words of it:")
    for file, count in holding(paths.PROJECT, done.withholder):
        click.echo(f"  {count:5}  {file.relative_to(paths.PROJECT)}")
    click.echo(
        "Next: look whether any of them means somebody else; `relokanty record-ids`, if ids are recorded; `relokanty "
        "check`; `relokanty build`; replace every published copy. The seeds themselves still hold the name: see "
        "docs/withholding.md."
    )


@click.command("record-ids")
def record_ids() -> None:
    """Record the public ids that the seeds make now, so that `check` tells when one is lost; before each release."""
    added = published_ids.record_published_ids(paths.SEEDS)
    click.echo(f"{paths.SEEDS / published_ids.FILE}: {added} ids added")


def withhold_person(names: Sequence[str], seeds: Path, *, surnames: bool = True) -> Withheld:
    """Add the forms of one person's name to the withheld list, and retire every id that holds it.

    An id with the name is retired by its hash. Figures and statements are numbered by where their words stand, which
    a placeholder moves: those that were published are retired in favour of their new ids.

    Raises InputError, with nothing written, where a name is unfit or listed already, or the seeds cannot be read
    with or without it.
    """
    list_file, retired_file = (seeds / paths.AUTHORITIES / name for name in (lists.FILE, "retired_ids.yaml"))
    old = lists.read_list(list_file)
    placeholders = _placeholders(_forms(names, surnames), Withholder(old))
    if not placeholders:
        raise InputError("every form of this name is listed already", list_file)
    drafted = old if old.forms else WithheldList(salt=secrets.token_hex(16))
    added = [drafted.form(form, shown) for form, shown in placeholders.items()]
    withholder = Withholder(drafted.model_copy(update={"forms": (*drafted.forms, *added)}))
    retired = _retired_lines(seeds, withholder)
    head = "" if old.forms else f'salt: "{drafted.salt}"\ncost: {drafted.cost}\nforms:\n'
    list_text = _appended(list_file, head + "".join(map(_line, added)))
    retired_text = _appended(retired_file, "".join(retired))
    if lists.parse_list(list_text, list_file) != withholder.names:
        raise InputError("its forms are not a list at its end, so nothing can be added to it", list_file)
    yaml_source.parse(retired_text, retired_file)
    _replace(retired_file, retired_text)
    _replace(list_file, list_text)
    return Withheld(tuple(form.shown for form in added), len(retired), withholder)


def holding(folder: Path, withholder: Withholder) -> Iterator[tuple[Path, int]]:
    """Yield the text files under a folder that hold withheld names, or are named so, and how many words of them."""
    for path, names, members in os.walk(folder):
        names[:] = sorted(name for name in names if name not in _NOT_OURS and not name.startswith("."))
        for member in sorted(members):
            file = Path(path, member)
            if file.suffix in _TEXTS and file.is_file():
                text = f"{member}\n{file.read_text(encoding='utf-8', errors='replace')}"
                if count := sum(1 for _ in withholder.replacements(text)):
                    yield file, count


def _forms(names: Sequence[str], surnames: bool) -> list[Name]:
    """Return the names, and as slugs where their letters differ there, each followed by its last word."""
    forms: dict[Name, None] = {}
    for name in names:
        words = keys_of(name)
        if not words or len(words) > lists.LONGEST_NAME:
            raise InputError(
                f"a name has from one to {lists.LONGEST_NAME} words; one that was given has {len(words)}"
            )
        as_slug = keys_of(slug(name)) if all(slug(word) for word in words) else words
        for form in (words, as_slug):
            forms[form] = None
            if surnames:
                forms[form[-1:]] = None
    if any(len(form) == 1 and len(form[0]) < 2 for form in forms):
        raise InputError("a single letter cannot be withheld; give whole names, or --whole")
    return list(forms)


def _placeholders(forms: Sequence[Name], known: Withholder) -> dict[Name, str]:
    """Return the words shown for each form that is not listed yet: one for each of its words, wherever that stands.

    A last word becomes `Withheld-` and a random code, any other `Name`; a second of its sort gets a letter. A word
    that stands in a listed form keeps what is shown for it, so a spelling added later, or a brother, fits in.
    """
    words: dict[str, str] = {}
    for listed in (*forms, *((word,) for form in forms for word in form)):
        words.update(zip(listed, known.shown(listed) or (), strict=False))
    related = (set(form.shown.split(" ")) for form in known.names.forms)
    taken = {word for family in related if not family.isdisjoint(words.values()) for word in family}
    code = "".join(secrets.choice(_CONSONANTS) for _ in range(4 + secrets.randbelow(3)))
    last = {form[-1] for form in forms}
    for word in dict.fromkeys(word for form in forms for word in form):
        if word not in words:
            stem = f"{lists.SIGN.capitalize()}{code}" if word in last else "Name"
            choices = (stem, *(f"{stem}-{letter}" for letter in _LETTERS))
            words[word] = next(shown for shown in choices if shown not in taken)
            taken.add(words[word])
    return {form: " ".join(words[word] for word in form) for form in forms if known.shown(form) is None}


def _retired_lines(seeds: Path, withholder: Withholder) -> list[str]:
    """Return the lines by which the ids that the seeds make without the new names are retired."""
    conductor, recorded = Conductor(seeds), recorded_ids(seeds).keys()
    before, after = ids_of_seeds(conductor), ids_of_seeds(Conductor(seeds, withholder))
    gone = {(entry.table, entry.id) for entry in conductor.authorities.retired}
    named = sorted(
        (table, public_id)
        for table, public_id in before | gone | recorded
        if withholder.text(public_id) != public_id
    )
    moved = {old: new for old, new in _moved(before, after).items() if old in recorded}
    if clash := sorted((moved.keys() & after) | ((after - before) & (gone | recorded))):
        raise InputError(
            f"'{clash[0][1]}' would come to mean another row; try again, for a longer placeholder"
        )
    opaque = {(table, withholder.names.opaque(public_id)) for table, public_id in named} - gone
    reason = "It holds a name that is withheld."
    lines = [
        f'- {{table: {table}, id: {public_id}, reason: "{reason}"}}\n' for table, public_id in sorted(opaque)
    ]
    reason = "A withheld name that stands before its words moved them."
    return lines + [
        f'- {{table: {table}, id: {public_id}, replaced_by: {new}, reason: "{reason}"}}\n'
        for (table, public_id), (_, new) in sorted(moved.items())
    ]


def _moved(before: Iterable[PublicId], after: Iterable[PublicId]) -> Mapping[PublicId, PublicId]:
    """Return the old and the new id of each figure and statement that is numbered by another offset than before.

    A placeholder changes no order, so the n-th of an article is the n-th of it afterwards. Articles whose own id
    holds a name are left out.
    """
    olds, news = _numbered(before), _numbered(after)
    return {
        old: new
        for article in olds.keys() & news.keys()
        for old, new in zip(olds[article], news[article], strict=True)
        if old != new
    }


def _numbered(ids: Iterable[PublicId]) -> dict[tuple[str, str], list[PublicId]]:
    """Return the figures and the statements of each article, in order of paragraph and offset."""
    found: dict[tuple[str, str], list[tuple[int, int, str, PublicId]]] = {}
    for table, public_id in ids:
        if table in {"figures", "statements"} and (match := _OFFSET_ID.fullmatch(public_id)):
            place = (int(match["paragraph"]), int(match["offset"]), match["letter"] or "")
            found.setdefault((table, match["article"]), []).append((*place, (table, public_id)))
    return {article: [item[-1] for item in sorted(items)] for article, items in found.items()}


def _line(form: Form) -> str:
    return f'- {{shown: {form.shown}, mark: "{form.mark}", hash: "{form.hash}"}}\n'


def _appended(file: Path, lines: str) -> str:
    """Return a file's text with lines after it; a file that is missing counts as empty."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return text + ("" if not text or text.endswith("\n") else "\n") + lines


def _replace(file: Path, text: str) -> None:
    unfinished = file.with_name(f".{file.name}.new")
    unfinished.write_text(text, encoding="utf-8")
    os.replace(unfinished, file)
