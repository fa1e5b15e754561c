"""What the YAML models share: strictness, closed terms, and errors that name file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from loaders.errors import InputError
from loaders.identifiers import is_slug
from loaders.yaml_source import Lines
from schema.vocabularies import Vocabulary


class Shape(BaseModel):
    """A mapping with known keys only; frozen once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_min_length=1)


def _check_slug(value: str) -> str:
    if not is_slug(value):
        raise ValueError(f"'{value}' is not an id of a-z, 0-9 and single hyphens")
    return value


Slug = Annotated[str, AfterValidator(_check_slug)]


def term_of(vocabulary: Vocabulary) -> AfterValidator:
    """Return the validator of a column that holds a term of a closed list."""

    def check(value: str) -> str:
        if value not in vocabulary:
            raise ValueError(f"'{value}' is not one of {', '.join(vocabulary)}")
        return value

    return AfterValidator(check)


S = TypeVar("S", bound=Shape)


def parse_shape(shape: type[S], value: Any, file: Path, lines: Lines) -> S:
    """Return the value as a shape; raise InputError naming the line of the first thing that does not fit."""
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = first["loc"]
        path = ".".join(str(part) for part in place)
        message = first["msg"].removeprefix("Value error, ")
        if first["type"] == "extra_forbidden":
            message = "this key is not known here"
        elif first["type"] == "missing":
            message = "this key is missing"
        raise InputError(f"{path or 'the file'}: {message}", file, lines.of(place)) from error
