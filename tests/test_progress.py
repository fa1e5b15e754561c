"""Promises of progress.py: what lasts is told, what is done at once is not."""

from __future__ import annotations

import pytest

from website.progress import Progress


def test_what_is_done_at_once_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is printed within the first seconds."""
    Progress("answers", 1).step()
    assert capsys.readouterr().err == ""


def test_what_lasts_is_told_step_by_step(capsys: pytest.CaptureFixture[str]) -> None:
    """Each line says what is done, of how much, on standard error."""
    progress = Progress("answers", 2, every=0)
    progress.step()
    progress.step()
    assert capsys.readouterr().err == "answers: 1 of 2\nanswers: 2 of 2\n"
