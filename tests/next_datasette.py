"""`python tests/next_datasette.py FILE` asks every sort of page of the Datasette it runs under, and says what fails.

`make datasette-next` runs it under the newest alpha of Datasette 1.0, in an environment of its own. Nothing rests on
it: the site is made for 0.65.5; this tells how far it is from the next one. Our own pages are asked for through our
routes; the views that make answers whole are left out where they cannot be imported.
"""

from __future__ import annotations

import ast
import asyncio
import importlib
import sys
import types
from pathlib import Path
from typing import Any
from unittest import mock

import datasette
from datasette.app import Datasette
from datasette.plugins import pm

_PLUGIN = "relokanty"


def reason_not_importable(module: str) -> str | None:
    """Return why a module cannot be imported under this Datasette, or None."""
    try:
        importlib.import_module(module)
    except ImportError as error:
        return str(error)
    return None


def without_whole_answers() -> types.ModuleType:
    """Return our plugin with the routes of our own pages only, registered in its place."""
    plugin = importlib.import_module("website.plugin")
    ours = types.ModuleType("website.next_plugin")
    for name in dir(plugin):
        setattr(ours, name, getattr(plugin, name))
    routes = importlib.import_module("website.routes").ROUTES
    ours.register_routes = datasette.hookimpl(lambda: list(routes))  # type: ignore[attr-defined]
    for registered in [other for other in pm.get_plugins() if other is plugin]:
        pm.unregister(registered)
    pm.register(ours, _PLUGIN)
    return ours


def sorts_of_pages() -> dict[str, str]:
    """Return the pages of `tests/browser.py`, read as text: what that imports is not installed here."""
    tree = ast.parse((Path(__file__).parent / "browser.py").read_text(encoding="utf-8"))
    (pages,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PAGES"
    )
    return dict(ast.literal_eval(pages))


async def ask(site: Any, pages: dict[str, str]) -> dict[str, str]:
    """Return what went wrong on each page that did not answer as it should."""
    failed = {}
    for name, path in pages.items():
        with mock.patch("traceback.print_exc"):
            response = await site.client.get(path)
        wanted = {404} if "not there" in name else {200, 400} if "error" in name else {200}
        if response.status_code not in wanted:
            told = response.text.partition('role="alert">')[2].partition("<")[0]
            failed[name] = f"{response.status_code} {told or response.text[:120]}"
    return failed


def main(file: Path) -> None:
    """Print one line for each thing that does not work; end with status 1 where there is any."""
    sys.path[:0] = [str(Path(__file__).parents[1])]
    pages = sorts_of_pages()
    told = [f"Datasette {datasette.__version__}"]
    modules = ("website.answers", "website.old_links", "website.serve")
    told += [f"{module}: {why}" for module in modules if (why := reason_not_importable(module))]
    without_whole_answers()
    serve = importlib.import_module("website.serve")
    with mock.patch.object(serve.pm, "is_registered", return_value=True):
        site: Datasette = serve.application(file)
    failed = asyncio.run(ask(site, pages))
    told += [f"{name} ({pages[name]}): {why}" for name, why in failed.items()]
    told.append(f"{len(pages) - len(failed)} of {len(pages)} sorts of pages answer")
    sys.stdout.write("\n".join(told) + "\n")
    sys.exit(len(told) > 2)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
