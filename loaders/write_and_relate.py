"""One article's rows written and related to all others, in the transaction that the caller opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from loaders.article_rows import ArticleRows
from loaders.errors import InputError
from loaders.relate import events_of, relate
from loaders.relate_claims import forget_claims, relate_claims
from loaders.relate_texts import forget_texts, relate_texts
from loaders.write import write_article


def write_and_relate(connection: Connection, rows: ArticleRows) -> None:
    """Put an article's rows in place of those it had, and work out anew what depends on them."""
    touched = events_of(connection, rows.article)
    forget_claims(connection, rows.article)
    alone = forget_texts(connection, rows.article)
    write_article(connection, rows.article, rows)
    relate(connection, touched | events_of(connection, rows.article))
    resting = alone.union(*(relate_texts(connection, text) for text in sorted({rows.article, *alone})))
    relate_claims(connection, rows.article)
    # On whose word their claims rest has changed, though their own words have not.
    for other in sorted(resting - {rows.article}):
        forget_claims(connection, other)
        relate_claims(connection, other)


@contextmanager
def blaming(source: Path) -> Iterator[None]:
    """Turn a broken rule of the database into an error that names the source of the rows."""
    try:
        yield
    except IntegrityError as error:
        message = (
            f"what was read out of it breaks a rule of the database ({error.orig}); nothing of it was written"
        )
        raise InputError(message, source) from error
