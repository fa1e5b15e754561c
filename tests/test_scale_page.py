"""Promises of docs/scale.md: every command and program that it shows works, in the order of the page."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from test_relate_texts import CUT, HALF, WHOLE

from loaders.paths import PROJECT

PAGE = (PROJECT / "docs" / "scale.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(sh|python)\n(.*?)```", PAGE, re.DOTALL)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_the_page_takes_every_step() -> None:
    """Loading, merging, checking, exporting, reading and serving are all shown."""
    shown = "\n".join(text for _, text in BLOCKS)
    for step in ("load", "merge", "check", "export", "serve"):
        assert f"relokanty {step} " in shown
    assert {language for language, _ in BLOCKS} == {"sh", "python"}


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_whoever_follows_the_page_gets_there(tmp_path: Path) -> None:
    """Run one after the other in one folder, on documents that no extractor reads, all blocks succeed."""
    for name, lines, place in (("long", WHOLE, "north"), ("half", HALF, "south"), ("short", CUT, "south")):
        (tmp_path / place).mkdir(exist_ok=True)
        text = "\n".join(["---", f"id: {name}", "language: pl", "---", *lines])
        (tmp_path / place / f"{name}.md").write_text(text, encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    port = str(free_port())
    said = []
    for language, text in BLOCKS:
        command = ["bash", "-e", "-c", text.replace("8002", port)]
        done = subprocess.run(
            command if language == "sh" else [sys.executable, "-c", text],
            cwd=tmp_path,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, (text, done.stdout, done.stderr)
        said.append(done.stdout)
    assert any("nothing wrong" in text for text in said)
    assert any('"status": "ready"' in text or '"status":"ready"' in text for text in said)
