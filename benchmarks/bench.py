"""`make bench`: every measurement of this folder, one table, and the page that is made from it.

A module of this folder takes part by a `TITLE` and a function `measure(*, quick: bool) -> list[Measured]`. Results are
kept in `results/<day>-<full or quick>.json`, with what the machine is; `docs/performance.md` is made from the newest.

    python -m benchmarks.bench [--quick] [PART ...]     measure all parts, or those named; others keep what they had
    python -m benchmarks.bench --page                   make the page anew
"""

from __future__ import annotations

import json
import os
import pkgutil
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import benchmarks
from benchmarks.measure import Measured, machine, say
from loaders.paths import PROJECT

RESULTS = Path(__file__).parent / "results"
PAGE = PROJECT / "docs" / "performance.md"
START, END = "<!-- made by `python -m benchmarks.bench` -->", "<!-- end of what is made -->"
_MET = {None: "", True: "met", False: "**not met**"}


def parts() -> list[str]:
    """Return the names of the modules that measure something."""
    found = []
    for module in pkgutil.iter_modules(benchmarks.__path__):
        text = (
            (Path(benchmarks.__path__[0]) / f"{module.name}.py").read_text("utf-8")
            if not module.ispkg
            else ""
        )
        if "\nTITLE = " in text and "\ndef measure(" in text:
            found.append(module.name)
    return sorted(found)


def run(names: Iterable[str], *, quick: bool) -> None:
    """Measure parts one after the other, and keep each as soon as it is done, with what other parts had before."""
    size = "quick" if quick else "full"
    result: dict[str, Any] = {"machine": machine(), "size": size, "parts": {}}
    before = newest()
    if before is not None and (before["size"], before["machine"]) == (size, result["machine"]):
        result["parts"] = before["parts"]
    for name in names:
        module = import_module(f"benchmarks.{name}")
        say(module.TITLE)
        measured: list[Measured] = module.measure(quick=quick)
        result["parts"][name] = {"title": module.TITLE, "measured": [asdict(one) for one in measured]}
        result["load"] = round(os.getloadavg()[2], 1)
        result["day"] = datetime.now(UTC).date().isoformat()
        keep(result)
        sys.stdout.write(table(result["parts"][name]) + "\n\n")
        sys.stdout.flush()


def keep(result: dict[str, Any]) -> Path:
    """Write a result into the folder of results, and the page."""
    RESULTS.mkdir(exist_ok=True)
    file = RESULTS / f"{result['day']}-{result['size']}.json"
    text = json.dumps(result, indent=1, sort_keys=True) + "\n"
    file.write_text(text, encoding="utf-8")
    # The page is of what is kept, in its order.
    PAGE.write_text(page(PAGE.read_text("utf-8"), json.loads(text)), encoding="utf-8")
    return file


def newest() -> dict[str, Any] | None:
    """Return the newest result that is kept, a full one before a quick one of the same day; None without any."""
    kept = [json.loads(file.read_text("utf-8")) for file in RESULTS.glob("*.json")]
    return max(kept, key=lambda result: (result["day"], result["size"] == "full"), default=None)


def page(text: str, result: dict[str, Any]) -> str:
    """Return the page with the tables of a result in the place of those it had."""
    known = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in result["machine"].items())
    sizes = "at full size" if result["size"] == "full" else "at the smaller sizes of `make bench QUICK=1`"
    others = result.get("load", 0) - 1
    lines = [START, "", f"Measured on {result['day']} {sizes}: {known}.", ""]
    if others >= 1:
        shared = "so what the clock tells says little, and differences under a fifth say nothing"
        lines += [f"Other work shared the machine ({others:.0f} more processes at a time), {shared}.", ""]
    for part in result["parts"].values():
        lines += [f"### {part['title']}", "", table(part), ""]
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return before + "\n".join([*lines, END]) + after


def table(part: dict[str, Any]) -> str:
    """Return what a part measured as a table in Markdown."""
    lines = ["| what | against | measured | rounds | target | |", "|---|---|--:|---|--:|---|"]
    for values in part["measured"]:
        one = Measured(**values)
        unit = "" if one.unit == "times" else f" {one.unit}"
        span = "" if one.lowest == one.highest else f"{_plain(one.lowest)} to {_plain(one.highest)}"
        target = (
            "" if one.target is None else f"{'at least' if one.at_least else 'at most'} {_plain(one.target)}"
        )
        cells = (one.what, one.against, f"{_plain(one.value)}{unit}", span, target, _MET[one.holds])
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def main(arguments: list[str]) -> None:
    """Measure, or make the page anew."""
    result = newest()
    if "--page" in arguments and result is not None:
        PAGE.write_text(page(PAGE.read_text("utf-8"), result), encoding="utf-8")
        return
    named = [argument for argument in arguments if not argument.startswith("--")]
    run(named or parts(), quick="--quick" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
