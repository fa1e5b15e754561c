"""The conductor: calls the stages in order, one document after the other, and knows when to commit."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from loaders import authorities as authority_lists
from loaders import manifest, paths, withhold
from loaders.annotate import SourcedAnnotation, annotate
from loaders.article_rows import ArticleRows, add_document, add_reading_of_text
from loaders.authority_rows import authority_rows
from loaders.claim_rows import add_claims
from loaders.clean import clean
from loaders.database import about, in_one_line, newest_revision, recover, require_ours, upgrade
from loaders.digests import store_digests
from loaders.errors import DatabaseError, InputError
from loaders.event_rows import add_events
from loaders.extract.drafting import Draft, draft
from loaders.extract.findings_json import from_json
from loaders.extract.version import extractor_version
from loaders.extraction import installed_version, why_not
from loaders.fingerprint import fingerprint
from loaders.introduced_rows import add_introduced
from loaders.keeping import keep_digests
from loaders.loading import Loading, LoadResult, Progress
from loaders.loads import Inputs
from loaders.number_grammar import NumberWords
from loaders.prove import prove
from loaders.read import files, read, sources
from loaders.records import CleanDocument, Document
from loaders.resolve import Reading, Resolver
from loaders.rows import RowConflict, Rows
from loaders.swap import one_writer, require_at_rest, sides, take_name, unfinished
from loaders.withhold import Withholder
from loaders.workers import HERE, Cluster, pool_of
from loaders.write import HeldArticles, insert, rebuild_search
from loaders.write_and_relate import blaming, take_out, write_and_relate
from schema.basis import AboutFile
from schema.engine import reader, writer


class Conductor:
    """Loads documents against one folder of seeds, less the names that its list (or a given one) withholds."""

    def __init__(self, seeds: Path = paths.SEEDS, withholder: Withholder | None = None) -> None:
        self.seeds = seeds
        # Called with a file that another program of ours is writing, before waiting for it.
        self.waiting: Callable[[Path], None] | None = None
        folder = seeds / paths.AUTHORITIES
        self.withhold = (withholder or withhold.load(folder / withhold.FILE)).text
        self.authorities = authority_lists.load(folder, self.withhold)
        words = NumberWords.load(folder / "number_words.yaml")
        held = {self.withhold(file.stem) for file in (seeds / paths.ARTICLES).glob("*.md")}
        self._resolver = Resolver(self.authorities, words, held)

    def rows_of(self, given: Document) -> ArticleRows:
        """Take one document to rows, as far as somebody has read it; InputError where any stage refuses it."""
        document = clean(given)
        return self.rows(document, self.annotation_of(document))

    def annotation_of(self, document: CleanDocument) -> SourcedAnnotation | None:
        """Return the annotation that somebody wrote of a document: beside it, or among the seeds."""
        return annotate(document, self.seeds / paths.ANNOTATIONS, self.withhold)

    def draft(self, document: CleanDocument, findings: str) -> Draft:
        """Return the draft of a document out of what the extractor found in it."""
        names, words = self._resolver.names, self._resolver.number_words
        return draft(document, from_json(findings), self.authorities, names, words, extractor_version())

    def reading_of(self, document: CleanDocument) -> Reading | None:
        """Return what somebody read out of a document, proved and resolved; None where nobody has."""
        annotation = self.annotation_of(document)
        if annotation is None:
            return None
        return self._resolver.resolve(document, annotation, prove(annotation, document))

    def rows(
        self,
        document: CleanDocument,
        annotation: SourcedAnnotation | None,
        also_held: Container[str] = (),
    ) -> ArticleRows:
        """Return the rows of a document, and of its annotation where it has one.

        It may rest on articles of the seeds, and on those of `also_held`. InputError where any stage refuses it.
        """
        if annotation is None:
            unread = ArticleRows(document, None)
            add_document(unread, why_not(document) or "nobody has written an annotation of it")
            return unread
        proof = prove(annotation, document)
        reading = self._resolver.resolve(document, annotation, proof, also_held)
        rows = ArticleRows(document, reading)
        try:
            add_reading_of_text(rows, reading)
            add_introduced(rows, reading)
            add_claims(rows, reading)
            add_events(rows, reading)
        except RowConflict as error:
            raise InputError(f"{error}; make two entries one, or tell them apart", annotation.file) from error
        return rows

    def build(self, target: Path) -> str:
        """Publish a database made from the seeds, swapped in whole, with its manifest; return the build id.

        Raises DatabaseError where the target is a file that this program did not publish, or is in use.
        """
        with one_writer(target, self.waiting), in_one_line(target, "the file is as it was"):
            _require_replaceable(target)
            with unfinished(target) as file:
                build_id = self._make(file, "published")
                with reader(file).connect() as connection:
                    description = manifest.describe(file, target.name, connection)
                take_name(file, target)
                manifest.write(description, manifest.manifest_file(target))
        return build_id

    def load(
        self,
        given: Iterable[Path],
        target: Path,
        progress: Progress = iter,
        cluster: Cluster = HERE,
    ) -> LoadResult:
        """Add or replace documents in a working file, made from the seeds if it is missing.

        What nobody has read is read by the extractor, on the workers of `cluster`; the rows are the same for any. A
        document that is refused leaves no row and does not stop the others. Raises DatabaseError where the file is
        published or not ours, InputError where a path does not exist, RelokantyError where no cluster answers.
        """
        found = list(sources(given))
        with (
            one_writer(target, self.waiting),
            in_one_line(target, "what was written before is whole"),
            writer(self._working(target), small_steps=True).connect() as connection,
            pool_of(cluster, self.seeds) as pool,
        ):
            keep_digests(connection)
            loading = Loading(self, connection, pool, Inputs(seeds_id(self.seeds), installed_version()))
            return loading.load(found, progress)

    def withdraw(self, articles: Iterable[str], target: Path) -> None:
        """Take articles out of a working file, all of them or none.

        Raises DatabaseError where the file is missing, published or not ours, InputError where it does not hold one of
        them, or where another article is said to rest on one.
        """
        require_ours(target)
        with (
            one_writer(target, self.waiting),
            in_one_line(target, "the file is as it was"),
            writer(self._working(target)).connect() as connection,
        ):
            keep_digests(connection)
            try:
                with connection.begin():
                    for article in sorted(set(articles)):
                        if article not in HeldArticles(connection):
                            raise InputError(f"no article has the id '{article}'", target)
                        take_out(connection, article)
            except IntegrityError as error:
                message = (
                    "another article is said to rest on one of these; withdraw that one too, or load it corrected; "
                    "nothing was withdrawn"
                )
                raise InputError(message, target) from error

    def _working(self, target: Path) -> Path:
        """Return a working file that can be written to, made if it is missing, or recovered after a crash."""
        if not target.exists():
            with unfinished(target) as file:
                self._make(file, "working")
                take_name(file, target)
        if any(side.name.endswith("-journal") for side in sides(target)):
            recover(target)
        require_ours(target)
        if about(target).get("state") != "working":
            raise DatabaseError(f"{target}: published, so never written again; give --db another file")
        return target

    def _make(self, file: Path, state: str) -> str:
        """Make a database with everything that the seeds hold; return the build id."""
        build_id = seeds_id(self.seeds)
        upgrade(file)
        with writer(file).connect() as connection:
            with blaming(self.seeds), connection.begin():
                insert(connection, authority_rows(self.authorities))
                self._write_seed_articles(connection)
                facts = Rows()
                for name, content in {
                    "state": state,
                    "build_id": build_id,
                    "schema_revision": str(newest_revision()),
                    "program_version": version("relokanty"),
                }.items():
                    facts.add(AboutFile, name=name, content=content)
                insert(connection, facts)
                rebuild_search(connection)
                store_digests(connection)
            # Outside a transaction: VACUUM gives equal bytes for equal rows, whatever came before.
            raw = connection.connection.driver_connection
            assert raw is not None  # noqa: S101
            raw.execute("ANALYZE")
            raw.execute("VACUUM")
        return build_id

    def _write_seed_articles(self, connection: Connection) -> None:
        """Write every article of the seeds, one at a time; two of one id are refused."""
        written: set[str] = set()
        for file in files([self.seeds / paths.ARTICLES]):
            rows = self.rows_of(read(file, self.withhold))
            if rows.article in written:
                raise InputError(
                    f"another seed article has the id '{rows.article}' too; ids must differ", file
                )
            with blaming(file):
                write_and_relate(connection, rows)
            written.add(rows.article)


def seeds_id(seeds: Path) -> str:
    """Return the build id: 16 hexadecimal digits of the SHA-256 of every seed's path and bytes, and the revision."""
    found = (file for file in seeds.rglob("*") if file.suffix in {".md", ".yaml"})
    return fingerprint(seeds, found, f"revision {newest_revision()}\n")[:16]


def _require_replaceable(target: Path) -> None:
    require_at_rest(target)
    if not target.exists():
        return
    if not target.is_file():
        raise DatabaseError(f"{target}: not a file; give --db a file")
    # One that an earlier revision published may be replaced too: it can be built anew from its seeds.
    require_ours(target, any_revision=True)
    state = about(target).get("state")
    if state != "published":
        raise DatabaseError(f"{target}: a working file of yours, not replaced; give --db another file")
