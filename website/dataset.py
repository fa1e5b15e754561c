"""What the dataset as a whole is called: how to cite it, and its description for search engines (schema.org)."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from schema.views import views
from website.about import About
from website.metadata import DATABASE, metadata

TITLE: Final = "Relokanty: the Russians who left rather than fight (2022-2024)"
# Whom to name as author: the same as in CITATION.cff.
AUTHOR: Final = "Relokanty contributors"
_FIRST_YEAR: Final = 2022
_LAST_YEAR: Final = 2024


def citation(about: About) -> str:
    """Return how to cite this very file, in one sentence."""
    return (
        f"{AUTHOR}. {TITLE}. Data version {about.data_version}, build {about.build_id}. {_site()['license']}."
    )


def bibtex(about: About) -> str:
    """Return the same as an entry of BibTeX."""
    return (
        f"@misc{{relokanty,\n"
        f"  author = {{{{{AUTHOR}}}}},\n"
        f"  title = {{{TITLE}}},\n"
        f"  version = {{{about.data_version}}},\n"
        f"  note = {{Build {about.build_id}, SHA-256 {about.sha256}}},\n"
        f"  howpublished = {{SQLite database, {_site()['license']}}}\n"
        f"}}"
    )


def dataset(about: About, base: str) -> dict[str, Any]:
    """Return the description of the dataset as JSON-LD, a Dataset of schema.org; `base` is the site's address."""
    site = _site()
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{base}/#dataset",
        "name": TITLE,
        "alternateName": site["title"],
        "description": f"{site['description']} {site['source']}.",
        "url": f"{base}/",
        "license": site["license_url"],
        "version": about.data_version,
        "identifier": f"build {about.build_id}",
        "citation": citation(about),
        "creator": {"@type": "Organization", "name": AUTHOR},
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "temporalCoverage": f"{_FIRST_YEAR}/{_LAST_YEAR}",
        "keywords": ["Russia", "emigration", "mobilization", "desertion", "asylum", "news", "claims"],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": "Everything, as an SQLite database",
                "contentUrl": f"{base}/{DATABASE}.db",
                "encodingFormat": "application/vnd.sqlite3",
                "contentSize": f"{about.bytes} B",
                "sha256": about.sha256,
            },
            *(
                {
                    "@type": "DataDownload",
                    "name": view.name,
                    "description": view.description,
                    "contentUrl": f"{base}/{DATABASE}/{view.name}.csv",
                    "encodingFormat": "text/csv",
                }
                for view in views()
            ),
        ],
    }


@cache
def _site() -> dict[str, Any]:
    return dict(metadata())
