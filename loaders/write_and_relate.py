"""One article's rows written and related to all others, in the transaction that the caller opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from loaders.article_rows import ArticleRows
from loaders.errors import InputError
from loaders.relate import events_of, relate
from loaders.relate_claims import forget_claims, relate_claims
from loaders.relate_texts import forget_texts, relate_texts
from loaders.write import remove_article, write_article


def write_and_relate(connection: Connection, rows: ArticleRows) -> None:
    """Put an article's rows in place of those it had, and work out anew what depends on them."""
    touched = events_of(connection, rows.article)
    forget_claims(connection, rows.article)
    alone = forget_texts(connection, rows.article)
    write_article(connection, rows.article, rows)
    relate(connection, touched | events_of(connection, rows.article))
    resting = alone.union(*(relate_texts(connection, text) for text in sorted({rows.article, *alone})))
    relate_claims(connection, rows.article)
    _relate_anew(connection, resting - {rows.article})


def take_out(connection: Connection, article: str) -> None:
    """Take out an article with what it introduced, and work out anew what depended on it."""
    touched = events_of(connection, article)
    forget_claims(connection, article)
    alone = forget_texts(connection, article)
    remove_article(connection, article)
    relate(connection, touched)
    _relate_anew(connection, alone.union(*(relate_texts(connection, text) for text in sorted(alone))))


def _relate_anew(connection: Connection, articles: Iterable[str]) -> None:
    """Compare the claims of articles anew: on whose word they rest has changed, though their own words have not."""
    for article in sorted(articles):
        forget_claims(connection, article)
        relate_claims(connection, article)


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
