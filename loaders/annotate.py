"""annotate: the annotation that somebody wrote of a document, if there is one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from loaders import yaml_source
from loaders.annotation import Annotation, Quote
from loaders.errors import InputError
from loaders.records import CleanDocument
from loaders.shapes import parse_shape
from loaders.withhold import SIGN
from loaders.yaml_source import Lines

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class SourcedAnnotation:
    """An annotation, with the file and lines that it came from."""

    content: Annotation
    file: Path
    lines: Lines

    def error(self, message: str, path: Path_) -> InputError:
        """Return an error that names the line of the entry at this path."""
        return InputError(message, self.file, self.lines.of(path))

    def quotes(self) -> Iterator[tuple[Path_, Quote]]:
        """Yield every quote of the annotation, nested ones too, with its path."""
        yield from _quotes(self.content, ())


def annotate(
    document: CleanDocument, folder: Path, withhold: Callable[[str], str] = str
) -> SourcedAnnotation | None:
    """Return the annotation beside the document, else `<folder>/<article id>.yaml`; None where nobody has read it yet.

    A withheld name is replaced in its strings and in its file's name as it was in the document's.
    Raises InputError where the file is not an annotation of this article.
    """
    article = document.document.article_id
    beside = annotation_beside(document.document.file)
    file = beside or folder / f"{article}.yaml"
    if beside is None and SIGN in article:
        file = next((other for other in folder.glob("*.yaml") if withhold(other.stem) == article), file)
    if not file.exists():
        return None
    annotation = read_annotation(file, withhold)
    if annotation.content.article != article:
        message = f"annotates '{annotation.content.article}', but the document's id is '{article}'"
        raise annotation.error(message, ("article",))
    return annotation


def annotation_beside(file: Path) -> Path | None:
    """Return the annotation that lies beside a document: of the same name, but for the ending `.yaml`."""
    beside = file.with_suffix(".yaml")
    # Not Path.is_file, which raises where the name is longer than a file's may be.
    return beside if os.path.isfile(beside) and file.suffix != ".jsonl" else None


def read_annotation(file: Path, withhold: Callable[[str], str] = str) -> SourcedAnnotation:
    """Read an annotation; InputError names the line of whatever does not fit its shape."""
    value, lines = yaml_source.read(file, withhold)
    return SourcedAnnotation(parse_shape(Annotation, value, file, lines), file, lines)


def _quotes(model: BaseModel, path: Path_) -> Iterator[tuple[Path_, Quote]]:
    if isinstance(model, Quote):
        yield path, model
    for name in type(model).model_fields:
        value = getattr(model, name)
        children = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        if isinstance(value, BaseModel):
            yield from _quotes(value, (*path, name))
        for key, child in children:
            if isinstance(child, BaseModel):
                yield from _quotes(child, (*path, name, key))
