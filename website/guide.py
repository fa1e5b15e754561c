"""What programs that visit the site are told: `llms.txt` and `robots.txt`, made from the metadata."""

from __future__ import annotations

from typing import Any

from schema.views import views
from website.about import About
from website.dataset import TITLE, citation
from website.metadata import DATABASE, metadata


def robots(base: str) -> str:
    """Return `robots.txt` (RFC 9309): every page may be visited, but not every order and filter of every table.

    Of the addresses with parameters the parts of the list of articles may be: they lead to all the others.
    """
    return (
        f"User-agent: *\nDisallow: /*?\nAllow: /articles?page=\n\n# What is here, in short: {base}/llms.txt\n"
    )


def llms(about: About, base: str, settings: dict[str, Any]) -> str:
    """Return `llms.txt`: what this is, the views with their columns, how to ask, the limits, the licence."""
    site: dict[str, Any] = metadata()
    seconds = settings["sql_time_limit_ms"] / 1000
    lines = [
        f"# {TITLE}",
        "",
        f"> {site['description']}",
        "",
        f"Read-only, version {about.data_version}, build {about.build_id}. {site['source']}.",
        "A value is what an article says, not what is true: keep claimant, article and date with every number.",
        "Figures that differ are in `disagreements`; repeats of one report are no further evidence.",
        "",
        "## How to ask",
        "",
        f"- SQL of SQLite, SELECT only: {base}/{DATABASE}.json?_shape=array&sql=SELECT+...",
        f"- A whole table or view: {base}/{DATABASE}/NAME.csv",
        f"- Ready questions: {base}/{DATABASE}#queries",
        f"- Everything in one file, {about.bytes:,} bytes: {base}/{DATABASE}.db",
        f"- Every table, view and column with its meaning: {base}/{DATABASE}",
        f"- Names to ids (Reconciliation Service API 0.2): {base}/reconcile",
        "",
        "## Limits",
        "",
        f"- A query may take {seconds:g} seconds; JSON ends after {settings['max_returned_rows']:,} rows.",
        "- The header Relokanty-Complete says whether an answer is whole; a CSV that is not says so in its last line.",
        "- In CSV, text that a spreadsheet would run as a formula has an apostrophe before it; JSON has it as it is.",
        "",
        "## Views",
        "",
    ]
    for view in views():
        lines += [f"- `{view.name}`: {view.description}", f"  Columns: {', '.join(view.columns)}."]
    lines += [
        "",
        "## Licence",
        "",
        f"{site['license']}, {site['license_url']}",
        f"Cite as: {citation(about)}",
        "",
    ]
    return "\n".join(lines)
