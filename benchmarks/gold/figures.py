"""Score the figures against sentences that other projects test theirs with.

    python -m benchmarks.gold.figures FOLDER

FOLDER holds `Specs/` of microsoft/Recognizers-Text (MIT) or `quantities.json` of quantulum3 (MIT), or both, as they
come. What counts is the value: precision, recall, F1 over sentences. Ranges that the gold averages are compared by
their middle. Both sets hold spoken orders, dialects and formulas that news does not, so read them beside news.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.extract.figures import find_figures
from loaders.extract.findings import Figure
from loaders.extract.parsing import ParsedParagraph, ParsedText, parse

_MODELS = ("Currency", "Dimension", "Age", "Temperature")


def recognizers(folder: Path) -> Iterator[tuple[str, str, list[float]]]:
    """Yield set, sentence and values of the specs for numbers with units."""
    for model in _MODELS:
        for file in folder.rglob(f"NumberWithUnit/English/{model}Model.json"):
            for case in json.loads(file.read_text(encoding="utf-8-sig")):
                resolutions = [result.get("Resolution") or {} for result in case["Results"]]
                values = [resolution["value"] for resolution in resolutions if resolution.get("value")]
                yield (
                    f"Recognizers {model}",
                    case["Input"],
                    [float(value) for value in values if value != "null"],
                )


def quantulum(folder: Path) -> Iterator[tuple[str, str, list[float]]]:
    """Yield set, sentence and values of quantulum3's own tests."""
    for file in folder.rglob("tests/quantities.json"):
        for case in json.loads(file.read_text(encoding="utf-8")):
            values = [result["value"] for result in case["res"]]
            yield "quantulum3", case["req"], [float(value) for value in values if not isinstance(value, list)]


def scores(cases: Iterable[tuple[str, str, list[float]]]) -> dict[str, tuple[int, int, int]]:
    """Return, for each set, how many values were found rightly, how many in all, how many the gold has."""
    listed = [case for case in cases if case[1].strip()]
    result: dict[str, tuple[int, int, int]] = {}
    for (name, _, gold), doc in zip(listed, parse(text for _, text, _ in listed), strict=True):
        figures = find_figures(ParsedText((ParsedParagraph(1, None, 0, doc),))).figures
        # The sets for numbers with units leave other numbers, shares and lengths of time aside.
        found = [
            _value(figure)
            for figure in figures
            if name == "quantulum3"
            or (figure.unit and (figure.figure_kind != "duration" or name.endswith("Age")))
        ]
        left, right = list(found), 0
        for value in gold:
            same = next((one for one in left if abs(one - value) <= 1e-6 * max(1.0, abs(value))), None)
            if same is not None:
                left.remove(same)
                right += 1
        before = result.get(name, (0, 0, 0))
        result[name] = (before[0] + right, before[1] + len(found), before[2] + len(gold))
    return result


def _value(figure: Figure) -> float:
    if figure.value is not None:
        return figure.value
    return ((figure.low or 0.0) + (figure.high or figure.low or 0.0)) / 2


def main() -> None:
    """Print a table of precision, recall and F1 in hundredths."""
    folder = Path(sys.argv[1])
    sys.stdout.write(f"{'set':<26}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}\n")
    for name, (right, found, gold) in scores([*recognizers(folder), *quantulum(folder)]).items():
        precision, recall = 100 * right / max(found, 1), 100 * right / max(gold, 1)
        mean = 2 * precision * recall / max(precision + recall, 1e-9)
        sys.stdout.write(f"{name:<26}{precision:>7.1f}{recall:>7.1f}{mean:>7.1f}{gold:>7}\n")


if __name__ == "__main__":
    main()
