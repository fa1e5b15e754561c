"""Promises of the whole: stages in one direction, few modules that know the database, nothing said in passing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from loaders.extract import version
from loaders.paths import PROJECT

PACKAGES = ("schema", "loaders", "website")
FILES = [file for package in PACKAGES for file in sorted((PROJECT / package).rglob("*.py"))]
LOADERS = [file.stem for file in FILES if file.parent.name == "loaders" and file.stem != "__init__"]
# The stages in the order in which a document passes them; those of one row stand side by side.
STAGES = (
    ("read",),
    ("clean",),
    ("annotate",),
    ("prove",),
    ("resolve",),
    tuple(name for name in LOADERS if name.endswith("_rows")),
    ("write",),
    tuple(name for name in LOADERS if name.startswith("relate")),
    ("conduct",),
    ("check",),
    ("command_line",),
)
# Commands with a module of their own: they stand beside the command line.
COMMANDS = {name for name in LOADERS if name.endswith("_command")} | {"command_line"}
PLACE_OF = {stage: place for place, row in enumerate(STAGES) for stage in row}
KNOW_SQLALCHEMY = {
    "rows",
    "digests",
    "keeping",
    "manifest",
    "write",
    "loads",
    "loading",
    "write_and_relate",
    "read_claims",
    "statistics",
    *STAGES[7],
    "conduct",
    "check",
    "published_ids",
    "database",
    "ownership",
    "merge",
    "shards",
    "parquet",
    "data_package",
}
KNOW_SQLITE = {"database", "digests", "manifest", "check", "upgrade", "merge", "shards"}


def name_of(file: Path) -> str:
    """The name by which a file of ours is imported."""
    return ".".join(file.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def imports(file: Path) -> frozenset[str]:
    """Every module that a file imports; `from a import b` is a.b where that is a module of ours, else a."""
    found: set[str] = set()
    ours = {name_of(other) for other in FILES}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            module = node.module or ""
            found |= {full if (full := f"{module}.{alias.name}") in ours else module for alias in node.names}
    return frozenset(found)


def loader(name: str) -> Path:
    """The file of a module of the loaders."""
    return PROJECT / "loaders" / f"{name.replace('.', '/')}.py"


def reached(name: str) -> set[str]:
    """The modules of the loaders that one imports, by way of helpers too, but not through other stages."""
    found: set[str] = set()
    open_ends = [name]
    while open_ends:
        for module in imports(loader(open_ends.pop())):
            package, _, stem = module.partition(".")
            if package == "loaders" and stem and stem not in found:
                found.add(stem)
                if stem not in PLACE_OF:
                    open_ends.append(stem)
    return found


def public(
    body: list[ast.stmt], outer: str = ""
) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]]:
    """Every public function, class and method, with its name."""
    for node in body:
        if isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        ) and not node.name.startswith("_"):
            yield f"{outer}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{node.name}.")


def every(kind: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    """Every node of a kind in our files, with its place."""
    for file in FILES:
        for node in ast.walk(tree(file)):
            if isinstance(node, kind):
                yield f"{name_of(file)}:{getattr(node, 'lineno', 0)}", node


def test_the_files_are_there() -> None:
    """The rules below are about the real modules: every stage has its file."""
    assert len(FILES) > 40
    assert [stage for stage in PLACE_OF if not loader(stage).exists()] == []
    assert len(STAGES[5]) >= 4


@pytest.mark.parametrize("stage", PLACE_OF)
def test_a_stage_imports_only_earlier_ones(stage: str) -> None:
    """No stage knows a later one, nor does a helper that it uses; rows may use other rows."""
    later = [other for other in reached(stage) if PLACE_OF.get(other, -1) > PLACE_OF[stage]]
    assert later == []


def test_no_stage_calls_the_next() -> None:
    """Of the stages, only the conductor and those above it call another stage's own function, that of its name."""
    calls = {
        (caller, alias.name)
        for caller in LOADERS
        for node in ast.walk(tree(loader(caller)))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if node.module == f"loaders.{alias.name}" and alias.name in PLACE_OF
    }
    assert ("conduct", "prove") in calls
    assert [call for call in calls if PLACE_OF.get(call[0], len(STAGES)) < PLACE_OF["conduct"]] == []


def test_imports_have_no_circle() -> None:
    """The modules can be put in an order in which each imports only those before it."""
    ours = {name_of(file): file for file in FILES}
    graph = {
        name: {module for module in imports(file) if module in ours and module != name}
        for name, file in ours.items()
    }
    packages = set(PACKAGES) | {"schema.views"}
    order = list(TopologicalSorter({name: needs - packages for name, needs in graph.items()}).static_order())
    assert set(order) >= set(ours) - packages


@pytest.mark.parametrize(
    ("library", "allowed"),
    [("sqlalchemy", KNOW_SQLALCHEMY), ("sqlite3", KNOW_SQLITE), ("alembic", {"database"})],
)
def test_few_modules_know_the_database(library: str, allowed: set[str]) -> None:
    """Reading, proving and resolving work without a database; so do the modules that make rows."""
    knowing = {
        name for name in LOADERS if any(module.split(".")[0] == library for module in imports(loader(name)))
    }
    assert knowing - allowed == set()
    assert knowing


# The finders in the order in which the extractor calls them, and what uses their findings.
FINDERS = ("dates", "names", "places", "statements", "figures", "events")


def extract_module(name: str) -> Path:
    """The file of a module of the extractor."""
    return PROJECT / "loaders" / "extract" / f"{name}.py"


def imported_at_once(file: Path) -> set[str]:
    """The modules that a file imports when it is itself imported, not only when a function of it runs."""
    found: set[str] = set()
    for node in tree(file).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_the_extractor_calls_the_finders_in_order() -> None:
    """No finder knows a later one; only the extractor calls them all."""
    for place, finder in enumerate(FINDERS):
        later = {f"loaders.extract.{name}" for name in FINDERS[place + 1 :]}
        assert imports(extract_module(finder)) & later == set()
    assert {f"loaders.extract.{name}" for name in FINDERS} <= imports(extract_module("extractor"))


def test_the_extractor_knows_no_database() -> None:
    """Extraction is pure: no finder imports a database, the tables, the stages after annotation, or the website."""
    beyond = {"sqlalchemy", "sqlite3", "alembic", "website", "migrations"}
    after = {f"loaders.{name}" for name, place in PLACE_OF.items() if place > PLACE_OF["prove"]}
    for file in FILES:
        if file.parent.name == "extract":
            found = imports(file)
            # The gazetteer keeps its places in a file of its own.
            own = {"sqlite3"} if file.stem == "gazetteer" else set()
            assert {module.partition(".")[0] for module in found} & beyond <= own
            assert found & after == set()
            assert {name for name in found if name.startswith("schema")} <= {"schema", "schema.vocabularies"}


def test_serving_and_loading_need_no_language_model() -> None:
    """Nothing that the command line imports at its start imports the language model; only a text to be read does."""
    open_ends, seen = ["loaders.command_line"], set[str]()
    ours = {name_of(file): file for file in FILES}
    while open_ends:
        name = open_ends.pop()
        seen.add(name)
        found = imported_at_once(ours[name])
        assert not {module for module in found if module.partition(".")[0] == "spacy"}, name
        open_ends += [module for module in found if module in ours and module not in seen]
    assert "loaders.extract.drafting" in seen
    assert "loaders.extract.parsing" not in seen


def test_the_version_of_the_extractor_covers_what_finders_use() -> None:
    """Whatever a finder uses from outside its folder changes the version when it changes."""
    others = {*version.USERS, "version"}
    finders = [file for file in FILES if file.parent.name == "extract" and file.stem not in others]
    outside = {
        module.removeprefix("loaders.").replace(".", "/") + ".py"
        for file in finders
        for module in imports(file)
        if module.startswith("loaders.") and not module.startswith("loaders.extract")
    }
    assert outside - {*version.WITHOUT_KNOWLEDGE} == set(version.USED)


def test_the_schema_stands_alone() -> None:
    """What is true of the data knows nothing of how they come in or are shown."""
    for file in FILES:
        if file.is_relative_to(PROJECT / "schema"):
            assert {module.split(".")[0] for module in imports(file)} & {
                "loaders",
                "website",
                "migrations",
            } == set()


def test_the_website_and_the_loaders_meet_in_one_place() -> None:
    """Of the loaders, only the command line knows the website, and only when it is to serve."""
    knowing = [
        name for name in LOADERS if any(module.startswith("website") for module in imports(loader(name)))
    ]
    assert knowing == ["command_line"]
    top = [node for node in tree(loader("command_line")).body if isinstance(node, ast.ImportFrom)]
    assert all(not (node.module or "").startswith("website") for node in top)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_module_is_short_and_explains_itself(file: Path) -> None:
    """No module is over 400 lines; each has a docstring, and so has each public function, class and method."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400
    assert ast.get_docstring(tree(file))
    silent = [name for name, node in public(tree(file).body) if not ast.get_docstring(node)]
    assert silent == []


def test_no_error_is_passed_over() -> None:
    """No handler does nothing at all, and none catches everything."""
    handlers = [
        (place, node) for place, node in every(ast.ExceptHandler) if isinstance(node, ast.ExceptHandler)
    ]
    assert handlers
    assert [place for place, node in handlers if all(isinstance(step, ast.Pass) for step in node.body)] == []
    assert [place for place, node in handlers if node.type is None] == []
    broad = [
        place
        for place, node in handlers
        if isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}
    ]
    assert broad == []


def test_nothing_is_printed_in_passing() -> None:
    """Only commands speak, through click; nothing is printed, nor run or read as a program by its text."""
    called = [
        (place, node.func.id)
        for place, node in every(ast.Call)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    assert [place for place, name in called if name in {"print", "eval", "exec", "input", "breakpoint"}] == []
    speaking = {name for name in LOADERS if "click" in imports(loader(name))}
    assert speaking == COMMANDS


def test_no_statement_replaces_rows() -> None:
    """INSERT OR REPLACE deletes what refers to a row without a word; none of our SQL has it."""
    texts = [(place, node.value) for place, node in every(ast.Constant) if isinstance(node, ast.Constant)]
    assert [
        place
        for place, value in texts
        if isinstance(value, str) and re.search(r"\b(INSERT|UPDATE) OR\b|REPLACE INTO", value)
    ] == []


def test_ids_and_digests_use_no_weak_or_seeded_hash() -> None:
    """`hash()` differs from run to run, `random` and the clock too; nothing that is written may rest on them."""
    seeded = [
        place
        for place, node in every(ast.Call)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "hash"
    ]
    assert seeded == []
    clocks = {"random", "secrets", "time", "datetime", "uuid"}
    used = {name: clocks & {module.split(".")[0] for module in imports(loader(name))} for name in LOADERS}
    used = {name: modules for name, modules in used.items() if name not in COMMANDS}
    assert {name for name, modules in used.items() if modules - {"datetime"}} == set()
    now = [
        place
        for place, node in every(ast.Attribute)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
    ]
    assert [place for place in now if not place.startswith("website")] == []


def test_no_conflict_is_left_in_a_file() -> None:
    """No file at the top or in docs holds the marks that git leaves where two changes conflict."""
    texts = [PROJECT / "Makefile", *PROJECT.glob("*.md"), *PROJECT.glob("*.toml"), *PROJECT.glob("docs/*.md")]
    mark = "<" * 7 + " "
    assert [file.name for file in texts if mark in file.read_text(encoding="utf-8")] == []
