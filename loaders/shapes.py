"""What the YAML models share: strictness, closed terms, and errors that name file and line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
)
from pydantic_core import CoreSchema, core_schema

from loaders.edtf_bounds import bounds
from loaders.errors import InputError
from loaders.identifiers import is_introduced, is_slug
from loaders.yaml_source import Lines
from schema.vocabularies import Vocabulary


class Shape(BaseModel):
    """A mapping with known keys only; frozen once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_min_length=1)


def _check_slug(value: str) -> str:
    if not is_slug(value):
        raise ValueError(f"'{value}' is not an id of a-z, 0-9 and single hyphens")
    return value


def _check_public_id(value: str) -> str:
    return value if is_introduced(value) else _check_slug(value)


def _check_edtf(value: str) -> str:
    bounds(value)
    return value


Slug = Annotated[str, AfterValidator(_check_slug)]
# The id of an authority, or `<name>--<article>` of what one article introduces.
PublicId = Annotated[str, AfterValidator(_check_public_id)]
Edtf = Annotated[str, AfterValidator(_check_edtf)]


@dataclass(frozen=True, slots=True)
class TermOf:
    """Marks a text that is a term of a closed list, for pydantic's validation and for JSON Schema."""

    terms: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "enum": list(self.terms)}

    def _check(self, value: str) -> str:
        if value not in self.terms:
            raise ValueError(f"'{value}' is not one of {', '.join(self.terms)}")
        return value


def term_of(vocabulary: Vocabulary) -> TermOf:
    """Return the mark of a text that is a term of a closed list."""
    return TermOf(tuple(vocabulary))


S = TypeVar("S", bound=Shape)


def parse_shape(shape: type[S], value: Any, file: Path, lines: Lines) -> S:
    """Return the value as a shape; raise InputError naming the line of the first thing that does not fit."""
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        # Of a value that fits none of several forms, the form that went furthest tells most.
        first = max(error.errors(), key=lambda item: len(item["loc"]))
        place = first["loc"]
        path = ".".join(str(part) for part in place)
        message = first["msg"].removeprefix("Value error, ")
        if first["type"] == "extra_forbidden":
            message = "this key is not known here"
        elif first["type"] == "missing":
            message = "this key is missing"
        raise InputError(f"{path or 'the file'}: {message}", file, lines.of(place)) from error
