"""Take in the open catalogue of citizen promises, or another file in its format."""

import json
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.functional import Promise as Lazy
from django.utils.timezone import now as clock  # noqa: TID251 (a command reads the clock)
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from handslag.core.access import Actor, system
from handslag.core.periods import stockholm_day
from handslag.domain.organisations import services as organisations
from handslag.domain.organisations.queries import municipalities_by_name
from handslag.domain.organisations.shipped import sweden
from handslag.domain.promises.rules.catalogue.reading import as_object
from handslag.domain.promises.rules.catalogue.records import Why
from handslag.domain.promises.rules.catalogue.reports import Kept, Refusal, Report
from handslag.domain.promises.services import import_catalogue
from handslag.domain.promises.shipped import CATALOGUE, COLLECTED_ON
from handslag.domain.vocabulary import services as vocabulary
from handslag.domain.vocabulary.shipped import words

QUIET = 2  # seconds without a word about how far it has come

REFUSALS: Mapping[Why, str | Lazy] = {
    Why.BAD_CHARACTER: gettext_lazy("holds a character that cannot be stored"),
    Why.EMPTY: gettext_lazy("is empty"),
    Why.MISSING: gettext_lazy("is missing"),
    Why.NOT_A_LIST: gettext_lazy("is not a list"),
    Why.NOT_A_NUMBER: gettext_lazy("is not a number"),
    Why.NOT_A_WHOLE_NUMBER: gettext_lazy("is not a whole number"),
    Why.NOT_AN_OBJECT: gettext_lazy("is not an object with fields"),
    Why.NOT_ASCENDING: gettext_lazy("goes from a higher number to a lower"),
    Why.NOT_TEXT: gettext_lazy("is not a text"),
    Why.NOT_TWO_NUMBERS: gettext_lazy("is a list of other than two numbers"),
    Why.NOT_YES_OR_NO: gettext_lazy("is neither true nor false"),
    Why.SAID_TWICE: gettext_lazy("is said twice"),
    Why.TOO_LARGE: gettext_lazy("is too large a number"),
    Why.TOO_LONG: gettext_lazy("is longer than %(limit)s characters"),
    Why.TOO_PRECISE: gettext_lazy("has more than %(decimals)s decimals"),
    Why.TWICE_IN_FILE: gettext_lazy("is the id of an earlier record in the file"),
    Why.UNKNOWN_FIELD: gettext_lazy("is a field that we do not know"),
    Why.UNKNOWN_MUNICIPALITY: gettext_lazy('there is no municipality called "%(name)s"'),
    Why.UNKNOWN_WORD: gettext_lazy('we do not know "%(word)s"'),
}
KEPT: Mapping[Kept, str | Lazy] = {
    Kept.LEFT: gettext_lazy("has changed, but its set is in use here and stands as it is"),
    Kept.BESIDE: gettext_lazy(
        "belongs to a set that is in use here: it is added beside it and changes nothing"
    ),
    Kept.DOWN: gettext_lazy("belongs to a summary that was taken down, and stays so"),
}


class Command(BaseCommand):
    """`manage.py import_promises FILE [--dry-run] [--retrieved 2026-11-22]`"""

    help = "Imports promises and follow-ups from a file in the catalogue's format."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file",
            nargs="?",
            default="",
            help="a file, or - for standard input; without it, the catalogue we come with",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be done, and do nothing"
        )
        parser.add_argument(
            "--retrieved",
            metavar="DATE",
            default="",
            help="the day the pages were fetched, such as 2026-11-22; else today",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        now = clock()
        usual = stockholm_day(now) if options["file"] else COLLECTED_ON
        retrieved_on = _day(options["retrieved"]) or usual
        records = _records(options["file"] or str(CATALOGUE))
        actor = system("import_promises")
        with transaction.atomic():
            self._load_what_is_missing(actor, stockholm_day(now))
            report = import_catalogue(
                actor, records, retrieved_on=retrieved_on, now=now, progress=self._told()
            )
            transaction.set_rollback(options["dry_run"])
        for line in _lines(report):
            self._say(line)
        if options["dry_run"]:
            self._say(_("This was a rehearsal: nothing has been changed."))

    def _load_what_is_missing(self, actor: Actor, today: date) -> None:
        """A database that has only been migrated knows no municipality and no word."""
        if not municipalities_by_name():
            self._say(_("Adding the municipalities, the police and the words first."))
            organisations.found_all(actor, sweden(), today=today)
            vocabulary.add_shipped(actor, words())

    def _told(self) -> Callable[[int, int], None]:
        began = time.monotonic()

        def tell(done: int, of: int) -> None:
            if time.monotonic() - began > QUIET:
                self._say(
                    _("%(done)d of %(all)d sets are in order …") % {"done": done, "all": of}
                )

        return tell

    def _say(self, line: str) -> None:
        """On standard error, and whatever a file holds can be written there."""
        self.stderr.write(line.encode(errors="replace").decode(), lambda text: text)


def _day(stated: str) -> date | None:
    try:
        return date.fromisoformat(stated) if stated else None
    except ValueError:
        raise CommandError(
            _("Write the date as 2026-11-22, not %(stated)s.") % {"stated": stated}
        ) from None


def _records(name: str) -> list[object]:
    """The records of a file. A file that cannot be read ends here, in one sentence."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        read = json.loads(
            raw.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_constant=_no_number,
            object_pairs_hook=as_object,
        )
    except OSError as error:
        raise CommandError(
            _("%(file)s cannot be read: %(why)s.") % {"file": name, "why": error.strerror}
        ) from None
    except json.JSONDecodeError as error:
        raise CommandError(
            _("%(file)s is not JSON: something is wrong on line %(line)d, place %(place)d.")
            % {"file": name, "line": error.lineno, "place": error.colno}
        ) from None
    except (ValueError, RecursionError):
        raise CommandError(_("%(file)s is not JSON in UTF-8.") % {"file": name}) from None
    if isinstance(read, dict):
        return [read]
    if not isinstance(read, list):
        raise CommandError(_("%(file)s holds no list of records.") % {"file": name})
    return read


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _lines(report: Report) -> Iterator[str]:
    """What the import came to, in sentences."""
    yield ngettext("%(count)d new set.", "%(count)d new sets.", report.new_sets) % {
        "count": report.new_sets
    }
    yield _(
        "%(promises)d records of promises and %(follow_ups)d follow-ups are new, "
        "%(changed)d have changed, %(unchanged)d are as they were."
    ) % {
        "promises": report.new_promise_records,
        "follow_ups": report.new_follow_ups,
        "changed": report.changed_records,
        "unchanged": report.unchanged_records,
    }
    if report.changed_sets:
        yield ngettext(
            "%(count)d set that was here has a new text.",
            "%(count)d sets that were here have a new text.",
            report.changed_sets,
        ) % {"count": report.changed_sets}
    if report.not_yet:
        kinds = ", ".join(f"{kind} {count}" for kind, count in report.not_yet.items())
        yield _("Not imported yet: %(kinds)s.") % {"kinds": kinds}
    for name, kept in report.kept:
        yield f"{name}: {KEPT[kept]}."
    if report.refused:
        yield ngettext(
            "%(count)d record could not be taken:",
            "%(count)d records could not be taken:",
            len(report.refused),
        ) % {"count": len(report.refused)}
    for refused in report.refused:
        yield f"  {_sentence(refused)}"


def _sentence(refused: Refusal) -> str:
    why = str(REFUSALS[refused.code])
    reason = why % refused.facts if refused.facts else why
    where = f"{refused.where}: " if refused.where else ""
    return f"{refused.record}: {where}{reason}."
