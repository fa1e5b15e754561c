"""One load: documents in, read by the workers where nobody has read them, written in order, a chunk at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import asdict, dataclass
from operator import itemgetter
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from loaders.annotate import SourcedAnnotation
from loaders.article_rows import ArticleRows
from loaders.clean import clean
from loaders.errors import InputError, RelokantyError
from loaders.extract.drafting import Draft
from loaders.extraction import Extraction, text_hash, why_not
from loaders.loads import Inputs, articles_by_inputs, remembered
from loaders.read import documents, hash_of_one
from loaders.records import CleanDocument, Document
from loaders.statistics import renew_statistics
from loaders.workers import CHUNK, Found, Pool, Task
from loaders.write import HeldArticles, make_findable
from loaders.write_and_relate import blaming, write_and_relate
from schema.basis import Load

Progress = Callable[[list[Path]], Iterable[Path]]


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What became of the documents of one load: ids of those written and of those that had not changed, and the error
    of each that was refused. Of those written, `drafted` were read by the extractor, `unread` by nobody.
    """

    loaded: tuple[str, ...]
    refused: tuple[RelokantyError, ...]
    unchanged: tuple[str, ...] = ()
    drafted: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    why_unread: str = ""


class Stages(Protocol):
    """What a load asks of the conductor."""

    @property
    def withhold(self) -> Callable[[str], str]:
        """What is made of every text that comes in."""

    def annotation_of(self, document: CleanDocument) -> SourcedAnnotation | None:
        """Return the annotation that somebody wrote of a document."""

    def draft(self, document: CleanDocument, findings: str) -> Draft:
        """Return the draft of a document out of what the extractor found in it."""

    def rows(
        self, document: CleanDocument, annotation: SourcedAnnotation | None, also_held: Container[str] = ()
    ) -> ArticleRows:
        """Return the rows of a document."""


@dataclass(slots=True)
class _Item:
    """A document on its way: its annotation, or what the extractor finds in it, now, before, or soon."""

    number: int
    document: CleanDocument
    inputs_sha256: str
    annotation: SourcedAnnotation | None
    extraction: Extraction | None = None
    awaited: bool = False


class Loading:
    """One load in progress: the file that is written to, and what became of each document so far."""

    def __init__(self, stages: Stages, connection: Connection, pool: Pool, inputs: Inputs) -> None:
        self._stages = stages
        self._connection = connection
        self._pool = pool
        self._inputs = inputs
        # With the number of the document, since the last stage of one may come after the first of the next.
        self._refused: list[tuple[int, RelokantyError]] = []
        self._number = 0
        self._known = articles_by_inputs(connection)
        # In order of loading, by id; blank while the document is on its way.
        self._outcomes: dict[str, str] = {}
        self._why_unread: set[str] = set()

    def load(self, found: Iterable[Path | InputError], progress: Progress) -> LoadResult:
        """Load all documents; the workers read ahead, but everything is written in the order given."""
        sources = list(found)
        self._refused += [(0, source) for source in sources if isinstance(source, InputError)]
        files = progress([source for source in sources if isinstance(source, Path)])
        under_way: deque[tuple[list[_Item], Task]] = deque()
        for chunk in _chunks(item for file in files for item in self._items(file)):
            under_way.append((chunk, self._pool.submit([item.document for item in chunk if item.awaited])))
            if len(under_way) > self._pool.ahead:
                self._write(*under_way.popleft())
        for chunk, task in under_way:
            self._write(chunk, task)
        return self._result()

    def _result(self) -> LoadResult:
        ids = {
            outcome: tuple(article for article, found in self._outcomes.items() if found == outcome)
            for outcome in ("unchanged", "drafted", "unread")
        }
        written = tuple(
            article for article, found in self._outcomes.items() if found not in {"", "unchanged"}
        )
        why = "; ".join(sorted(self._why_unread))
        refused = tuple(error for _, error in sorted(self._refused, key=itemgetter(0)))
        return LoadResult(written, refused, ids["unchanged"], ids["drafted"], ids["unread"], why)

    def _items(self, file: Path) -> Iterator[_Item]:
        """Yield the documents of a file that are not as they were; note those that are refused."""
        self._number += 1
        try:
            sha256 = hash_of_one(file)
            if sha256 is not None and self._is_unchanged(file, sha256):
                return
        except RelokantyError as error:
            self._refused.append((self._number, error))
            return
        for given in documents(file, self._stages.withhold):
            self._number += 1
            try:
                item = self._item(file, given)
            except RelokantyError as error:
                self._refused.append((self._number, error))
                continue
            if item is not None:
                yield item

    def _item(self, file: Path, given: Document | InputError) -> _Item | None:
        if isinstance(given, InputError):
            raise given
        if self._is_unchanged(file, given.sha256):
            return None
        self._require_new(given.article_id, given.file)
        document = clean(given)
        annotation = self._stages.annotation_of(document)
        item = _Item(self._number, document, self._inputs.of(file, given.sha256), annotation)
        if annotation is None:
            why = why_not(document)
            if why is not None:
                self._why_unread.add(why)
            else:
                item.extraction = remembered(self._connection, text_hash(document), self._inputs.extractor)
                item.awaited = item.extraction is None
        self._outcomes[given.article_id] = ""
        return item

    def _is_unchanged(self, file: Path, sha256: str) -> bool:
        article = self._known.get(self._inputs.of(file, sha256))
        if article is None:
            return False
        self._require_new(article, file)
        self._outcomes[article] = "unchanged"
        return True

    def _require_new(self, article: str, file: Path) -> None:
        if article in self._outcomes:
            raise InputError(f"the id '{article}' was already loaded from another file", file)

    def _write(self, chunk: list[_Item], task: Task) -> None:
        """Write a chunk in one transaction, each document all or nothing within it."""
        found = iter(task.result())
        ready: list[_Item] = []
        for item in chunk:
            if item.awaited and not self._receive(item, next(found)):
                continue
            ready.append(item)
        try:
            with self._connection.begin():
                outcomes = [(item.number, self._write_one(item)) for item in ready]
                self._make_findable(ready)
                renew_statistics(self._connection)
        except IntegrityError:
            # A reference that only the commit checks: one by one, to know whose it is.
            outcomes = [(item.number, self._write_alone(item)) for item in ready]
        self._refused += [(number, error) for number, error in outcomes if error is not None]

    def _receive(self, item: _Item, found: Found) -> bool:
        if isinstance(found, InputError):
            self._refused.append((item.number, found))
            del self._outcomes[item.document.document.article_id]
            return False
        item.extraction = found
        return True

    def _write_alone(self, item: _Item) -> RelokantyError | None:
        try:
            with blaming(item.document.document.file), self._connection.begin():
                error = self._write_one(item)
                self._make_findable([item])
                return error
        except RelokantyError as error:
            self._outcomes.pop(item.document.document.article_id, None)
            return error

    def _make_findable(self, items: Iterable[_Item]) -> None:
        """Let search find the articles that were written; those that were refused have no outcome."""
        articles = (item.document.document.article_id for item in items)
        make_findable(self._connection, [article for article in articles if article in self._outcomes])

    def _write_one(self, item: _Item) -> RelokantyError | None:
        """Write one document within the transaction; return why not, after taking back all of it."""
        given = item.document.document
        try:
            annotation = item.annotation
            if item.extraction is not None:
                annotation = self._stages.draft(item.document, item.extraction.findings).sourced(given.file)
            rows = self._stages.rows(item.document, annotation, HeldArticles(self._connection))
            kept = asdict(item.extraction) if item.extraction else {}
            rows.add(Load, article_id=rows.article, inputs_sha256=item.inputs_sha256, **kept)
            with blaming(given.file), self._connection.begin_nested():
                write_and_relate(self._connection, rows)
        except RelokantyError as error:
            self._outcomes.pop(given.article_id, None)
            return error
        read = "drafted" if item.extraction else "annotated" if annotation else "unread"
        self._outcomes[given.article_id] = read
        return None


def _chunks(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Yield items in chunks of at most CHUNK, in order."""
    chunk: list[_Item] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
