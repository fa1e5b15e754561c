"""What a load of very many articles costs without extraction: for hours, so apart from `loading`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks import loading
from benchmarks.measure import Measured

TITLE = "A load of 100,000 articles"


def measure(*, quick: bool) -> list[Measured]:
    """Return what one load costs and whether the facts that were put in came out; where quick, one of 2,000."""
    with tempfile.TemporaryDirectory() as name:
        return loading.of_size(2_000 if quick else 100_000, Path(name) / "file.db")
