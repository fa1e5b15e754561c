"""The text of an article comes out of its page whole, and each of its words leads to what stands there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from website.charts import Interval, scale
from website.marks import Mark, pieces

# What articles print: nothing, thousandths, or anything up to a thousand million.
_NUMBERS = st.just(0.0) | st.floats(0.001, 1e9)
_SPANS = st.lists(st.tuples(st.integers(-2, 30), st.integers(-2, 30)), max_size=8)


@given(text=st.text(max_size=25), spans=_SPANS)
def test_pieces_join_to_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    """Whatever marks overlap or lie outside, no character is lost, doubled or moved, and no piece is empty."""
    cut = pieces(text, [Mark(start, end, "person", str(n), "") for n, (start, end) in enumerate(spans)])
    assert "".join(piece.text for piece in cut) == text
    assert all(piece.text for piece in cut) or text == ""


@given(spans=_SPANS)
def test_every_word_belongs_to_the_shortest_mark_over_it(spans: list[tuple[int, int]]) -> None:
    """A character has a mark where one covers it, and then none of the others over it is shorter."""
    text = "x" * 28
    marks = [Mark(start, end, "place", str(n), "") for n, (start, end) in enumerate(spans)]
    owners = [piece.mark for piece in pieces(text, marks) for _ in piece.text]
    for place, owner in enumerate(owners):
        covering = [m.end - m.start for m in marks if 0 <= m.start <= place < m.end <= len(text)]
        assert (owner.end - owner.start if owner else None) == min(covering, default=None)


@given(st.lists(st.tuples(_NUMBERS, _NUMBERS, st.booleans(), st.booleans()), min_size=1, max_size=9))
def test_a_scale_has_room_for_every_interval(
    bounds: list[tuple[float, float, bool, bool]],
) -> None:
    """Bars lie between 0 and 100 per cent in the order of their numbers; open ends reach the edge."""
    intervals = [
        Interval(
            None if low_open else min(one, other), None if high_open else max(one, other), min(one, other)
        )
        for one, other, low_open, high_open in bounds
    ]
    ours = scale(intervals)
    for interval in intervals:
        bar = ours.bar(interval)
        assert 0 <= bar.x <= 100
        assert bar.point is not None
        assert bar.x <= bar.point + 0.001
        assert bar.point <= bar.x + bar.width + 0.001
        assert (interval.low is None) <= (bar.x == 0)
        assert interval.high is not None or abs(bar.x + bar.width - 100) < 0.5
