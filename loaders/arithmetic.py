"""arithmetic: whether what an article works out from other figures comes out; pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import reduce

from loaders.claims import FigureClaim, Verdict

# Shares and factors are printed rounded; other exact numbers are worked with as they are printed.
_ALWAYS_ROUNDED = {"share", "factor"}
_SIGNS = {"difference": " less ", "sum": " and ", "product": " times ", "ratio": " by "}

Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Derivation:
    """A figure that an article works out from others, with the operation; the order of the others does not matter."""

    result: FigureClaim
    operation: str
    sources: tuple[FigureClaim, ...]


def check_derivation(derivation: Derivation) -> Verdict | None:
    """Return a verdict where printed arithmetic does not come out, else None.

    A number is taken as printed where it is exact and no share or factor, else within its bounds; the result has its
    rounding. Sums and products are of any number of figures; a difference or ratio of any but two is left alone.
    """
    sources = sorted(derivation.sources, key=_middle, reverse=True)
    results = _worked_out([_bounds(source) for source in sources], derivation.operation)
    unknown = derivation.result.low is None and derivation.result.high is None
    if unknown or not results or any(_meets(derivation.result, bounds) for bounds in results):
        return None
    found = _told(*results[0])
    printed = _SIGNS[derivation.operation].join(source.printed for source in sources)
    reason = f"{printed} is {found}, which is not {derivation.result.words}"
    return Verdict("arithmetic", "disagrees", reason)


def _worked_out(sources: list[Bounds], operation: str) -> list[Bounds]:
    """Return within what bounds the result lies, the larger source standing first; none where nothing can be said."""
    match operation, sources:
        case "sum", [_, _, *_]:
            return [(sum(low for low, _ in sources), sum(high for _, high in sources))]
        case "product", [_, _, *_]:
            return [
                (reduce(_times, (low for low, _ in sources)), reduce(_times, (high for _, high in sources)))
            ]
        case "difference", [(one_low, one_high), (two_low, two_high)]:
            return [(one_low - two_high, one_high - two_low)]
        case "ratio", [(one_low, one_high), (two_low, two_high)] if one_low > 0 and two_low > 0:
            # A ratio may be of the larger to the smaller, or a share of the smaller in the larger.
            return [(one_low / two_high, one_high / two_low), (two_low / one_high, two_high / one_low)]
        case _:
            return []


def _times(one: float, two: float) -> float:
    """Multiply; nothing of whatever much is nothing."""
    return one * two if one and two else 0.0


def _bounds(claim: FigureClaim) -> Bounds:
    """Return the number as printed where it is exact, else its bounds; an open end is infinite."""
    if claim.comparator == "exact" and claim.value is not None and claim.figure_kind not in _ALWAYS_ROUNDED:
        return claim.value, claim.value
    return (-math.inf if claim.low is None else claim.low), (math.inf if claim.high is None else claim.high)


def _middle(claim: FigureClaim) -> float:
    """Return the number, or the middle of a figure's bounds, or the one bound that there is."""
    ends = [end for end in (claim.low, claim.high) if end is not None]
    return claim.value if claim.value is not None else sum(ends) / len(ends) if ends else 0.0


def _meets(claim: FigureClaim, bounds: Bounds) -> bool:
    """Tell whether a figure's bounds and others have a number in common, but for what floats lose."""
    low, high = bounds
    slack = 1e-12 * max((abs(end) for end in bounds if math.isfinite(end)), default=0.0)
    return (claim.low is None or claim.low <= high + slack) and (
        claim.high is None or low - slack <= claim.high
    )


def _told(low: float, high: float) -> str:
    """Return bounds in words."""
    if low == high:
        return _plain(low)
    if math.isinf(low) or math.isinf(high):
        return f"{_plain(low)} or more" if math.isinf(high) else f"{_plain(high)} or less"
    return f"{_plain(low)} to {_plain(high)}"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if math.isfinite(value) and value == int(value) else f"{value:,.4g}"
