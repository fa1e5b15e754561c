"""Promises of docs/promises.md: every test that it names is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from loaders.paths import PROJECT

HERE = Path(__file__).parent
PROMISES = (PROJECT / "docs" / "promises.md").read_text(encoding="utf-8")


def test_every_test_that_a_promise_names_exists() -> None:
    """Each `file::test` of the page is a test function of that file; and each point of the page names one."""
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", PROMISES)
    assert len(named) > 20
    for file, name in named:
        functions = {
            node.name
            for node in ast.parse((HERE / file).read_text(encoding="utf-8")).body
            if isinstance(node, ast.FunctionDef)
        }
        assert name in functions, f"{file}::{name}"
    points = re.split(r"^- ", PROMISES, flags=re.MULTILINE)[1:]
    assert [point[:40] for point in points if "::test_" not in point] == []
