"""``crosscheck archive``: many articles, story by story. Needs the packages of the extra of that name."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from crosscheck.cli import archive_shown, words
from crosscheck.cli.archive_shown import needing_the_extra
from crosscheck.cli.options import Asked
from crosscheck.cli.output import to_stdout
from crosscheck.cli.session import Session
from crosscheck.errors import CrosscheckError
from crosscheck.model import Unread

if TYPE_CHECKING:
    from crosscheck.archive.work import Grown, Work

F = TypeVar("F", bound=Callable[..., Any])
MOST_TOLD = 5  # faults of one file that are told in full: a wire of a broken format has one a line
MOST_ALIKE = 20  # the same fault of so many files is told file by file: a screen; of a folder of pictures all have it
TOP = 10  # stories that are listed at the end of a run


class Archive(click.Group):
    """A group whose first word may be a path: then it is ``make``, which has no name on the command line."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the unnamed command before anything that is no command."""
        named = args and (args[0] in self.commands or args[0] in ("-h", "--help"))
        return super().parse_args(ctx, list(args) if named or not args else ["make", *args])


@click.group("archive", cls=Archive, short_help="Many articles: find the stories, check each.")
def command() -> None:
    """Find the stories in many articles, check each, and keep that up to date.

    `crosscheck archive PATH... --into STORE` makes an archive; a PATH that is a folder is read with all its subfolders.
    """


def working_with(function: F) -> F:
    """The options of commands that work on an archive."""
    for option in (
        click.option("--no-config", is_flag=True, help="Read no configuration file."),
        click.option("--config", metavar="FILE", shell_complete=words.files, help="Use this configuration file."),
        click.option("--no-progress", is_flag=True, help="Show no progress (also: CROSSCHECK_NO_PROGRESS=1)."),
        click.option("--quiet", "-q", is_flag=True, help="No list of stories, no warnings."),
        click.option(
            "--fail-on",
            type=click.Choice(["error", "warning", "note", "never"]),
            help="The level from which the exit status is 1. Default: warning.",
        ),
        click.option("--scheduler", metavar="tcp://HOST:PORT", help="Work on the Dask cluster of this scheduler."),
        click.option(
            "--workers", type=click.IntRange(min=1), metavar="N", help="Processes. Default: as many as there are cores."
        ),
        click.option("--model", metavar="NAME", help="The spaCy pipeline to use; any installed one may be named."),
    ):
        function = option(function)
    return function


def growing(function: F) -> F:
    """The options of commands that put articles into an archive."""
    into = click.option(
        "--into", "store", metavar="STORE", required=True, help="The archive: a folder, or an address of fsspec."
    )
    return into(working_with(function))


@command.command("make", hidden=True)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=words.files)
@growing
@needing_the_extra
def make(paths: tuple[str, ...], store: str, scheduler: str | None, **options: Any) -> int:
    """Read articles, group them into stories, check each, and leave an archive in STORE.

    An archive that is there grows by what is new; one whose making was interrupted is finished.
    """
    return _grow(Session(Asked(paths=paths, **options)), store, scheduler, make=True)


@command.command("add", short_help="A later batch.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=words.files)
@growing
@needing_the_extra
def add(paths: tuple[str, ...], store: str, scheduler: str | None, **options: Any) -> int:
    """Add articles to an archive: only new ones are read, only stories that gained one are compared again."""
    return _grow(Session(Asked(paths=paths, **options)), store, scheduler, make=False)


@command.command("renew", short_help="Compare anew what other settings have compared.")
@click.argument("store", metavar="STORE", shell_complete=words.files)
@working_with
@needing_the_extra
def renew(store: str, scheduler: str | None, **options: Any) -> int:
    """Compare anew the stories that a crosscheck with other settings has compared, or could not; nothing is read."""
    from crosscheck.archive import renewing

    session = Session(Asked(paths=(store,), **options))
    with working(session, store, scheduler) as work:
        renewed = renewing.renew(work)
    return told(session, work, renewed)


def _grow(session: Session, address: str, scheduler: str | None, *, make: bool) -> int:
    from crosscheck.archive import growing

    with working(session, address, scheduler) as work:
        grown = growing.grow(work, session.asked.paths, make=make)
    return told(session, work, grown)


@contextmanager
def working(session: Session, address: str, scheduler: str | None) -> Iterator[Work]:
    """What a run needs, for as long as it lasts: the archive's lock, workers and progress."""
    from crosscheck.archive.engine import Cluster, Embedded
    from crosscheck.archive.settings import ArchiveSettings
    from crosscheck.archive.store import Store
    from crosscheck.archive.work import Work

    settings = session.settings

    def warm() -> None:
        from crosscheck.workers import warm

        warm(settings.model)

    store = Store(address)
    store.state()  # a damaged or a later archive is told before anything is begun
    with session.reading() as progress, store.locked():
        workers = session.config.workers or os.cpu_count() or 1
        engine = Cluster(scheduler) if scheduler else Embedded(workers, warm=warm)
        try:
            yield Work(store=store, settings=settings, archive=ArchiveSettings(), engine=engine, told=progress.step)
        except BaseException:
            engine.close()
            store.sweep()  # a full disk or Ctrl-C ends workers in the middle of a file
            raise
        finally:
            engine.close()


def told(session: Session, work: Work, grown: Grown) -> int:
    """Warnings, the worst of the stories that changed, and the exit status."""
    from crosscheck.archive.briefs import briefs
    from crosscheck.report.context import at_least

    tell_unread((*grown.unread, *grown.noted), session)
    rows = briefs(work.store, work.store.opened())
    if not rows and not session.asked.quiet:
        raise CrosscheckError(f"no readable article in {', '.join(session.asked.paths)}")
    ids = set(grown.changed)
    changed = [row for row in rows if row.id in ids]
    session.warn(f"story {row.id}: could not be checked: {row.trouble}" for row in changed if row.trouble)
    if grown.older:
        told_of = "1 story was" if grown.older == 1 else f"{grown.older:,} stories were"
        anew = f"crosscheck archive renew {work.store.address} compares anew what is old"
        session.warn([f"{told_of} compared with other settings and left so: {anew}"], word="note")
    if not session.asked.quiet:
        head = (
            f"{grown.articles:,} new articles; {len(changed):,} stories new or changed of {len(rows):,}"
            f"{f'; {len(grown.unread):,} not read' if grown.unread else ''}\n"
        )
        loud = [row for row in changed if any(row.findings.values())]
        to_stdout(head + archive_shown.table(loud[:TOP], more=len(loud) - TOP), machine=False)
    fail_on = session.config.fail_on
    return int(any(at_least(level, fail_on) for row in changed for level, n in row.findings.items() if n))


@command.command("watch", short_help="As files arrive.")
@click.argument("folder", metavar="FOLDER", shell_complete=words.files)
@click.option("--report", metavar="FILE", shell_complete=words.files, help="Write the HTML index there.")
@click.option("--most", type=click.IntRange(min=1), default=500, metavar="N", help="Stories listed. Default: 500.")
@click.option(
    "--every", type=click.FloatRange(min=0.1), default=5.0, metavar="SECONDS", help="Between two looks. Default: 5."
)
@growing
@needing_the_extra
def watch(
    folder: str, report: str | None, most: int, every: float, store: str, scheduler: str | None, **options: Any
) -> int:
    """Add what arrives in FOLDER, and below it, to an archive, until Ctrl-C. The archive is made if there is none."""
    from crosscheck.archive import growing, watching
    from crosscheck.archive.pages import write_report
    from crosscheck.archive.store import Store

    session = Session(Asked(paths=(folder,), **options))
    if not os.path.isdir(folder):
        raise CrosscheckError(f"{folder}: no such folder")

    def take() -> None:
        try:
            with working(session, store, scheduler) as work:
                grown = growing.grow(work, (folder,), make=True)
            here = tuple(u for u in grown.unread if u.path != folder)  # that nothing has arrived yet is no fault
            grown = msgspec.structs.replace(grown, unread=here)
            if grown.articles or grown.unread:
                told(session, work, grown)
            if report:
                write_report(Store(store), Path(report), session.settings, most=most, every=60)
        except CrosscheckError as error:  # a full disk may be emptied: told and waited out
            session.warn([f"{error}: tried again when something arrives"])

    session.warn([f"{folder}: what arrives goes into {store} (Ctrl-C ends)"], word="watching")
    watching.watch(folder, take, interval=every)
    return 0


@command.command("group", short_help="Stories only, JSON lines on standard output.")
@click.argument("paths", nargs=-1, metavar="PATH...", shell_complete=words.files)
@click.option("--no-progress", is_flag=True, help="Show no progress (also: CROSSCHECK_NO_PROGRESS=1).")
@click.option("--no-config", is_flag=True, help="Read no configuration file.")
@needing_the_extra
def group(paths: tuple[str, ...], no_progress: bool, no_config: bool) -> int:
    """Group articles into stories, an object a line; nothing is checked, no language model is needed."""
    from crosscheck.archive.alone import group_paths
    from crosscheck.archive.settings import ArchiveSettings

    session = Session(Asked(paths=paths, no_progress=no_progress, no_config=no_config))
    with session.reading() as progress:
        found = group_paths(paths, settings=session.settings, archive=ArchiveSettings(), progress=progress)
    tell_unread((*found.unread, *found.noted), session)
    if not found.stories:
        raise CrosscheckError(f"no readable article in {', '.join(map(os.fspath, paths))}")
    to_stdout("".join(msgspec.json.encode(story).decode() + "\n" for story in found.stories), machine=True)
    return 0


def tell_unread(unread: Iterable[Unread], session: Session) -> None:
    """A line for each fault on standard error; of one file's many faults, and of one fault that many files have, the
    first few and how many more there are."""
    by_file: dict[str, list[Unread]] = {}
    for row in unread:
        by_file.setdefault(row.path.partition("#")[0], []).append(row)
    alike: Counter[str] = Counter()
    for path, rows in by_file.items():
        for row in rows[:MOST_TOLD]:
            alike[row.reason] += 1
            if alike[row.reason] <= MOST_ALIKE:
                session.warn([f"{row.path}: {row.reason}"])
        if len(rows) > MOST_TOLD:
            session.warn([f"{path}: {len(rows) - MOST_TOLD} more of this file"])
    session.warn(f"{n - MOST_ALIKE:,} more files: {reason}" for reason, n in alike.items() if n > MOST_ALIKE)


command.add_command(archive_shown.stories)
command.add_command(archive_shown.show)
command.add_command(archive_shown.report)
