"""Check that the log and the approved texts say what they said when they were written."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now as clock  # noqa: TID251 (a command reads the clock)
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from handslag.core.approvals import verification as approvals
from handslag.core.audit import queries, verification
from handslag.core.audit.rules import Head, heads_in

SENTENCES = {
    "trigger_missing": gettext_lazy("A trigger is missing or altered"),
    "seal_unreadable": gettext_lazy("A seal cannot be read"),
    "seals_missing": gettext_lazy("Seals are missing"),
    "chain_broken": gettext_lazy("A seal does not follow the one before it"),
    "entry_missing": gettext_lazy("A sealed entry is gone"),
    "entry_changed": gettext_lazy("An entry or its seal has been changed"),
    "entry_inserted": gettext_lazy("An entry was put in beside the queue"),
    "entry_late": gettext_lazy("An entry has waited too long for its seal"),
    "entry_queued_again": gettext_lazy("A sealed entry waits to be sealed again"),
    "head_unknown": gettext_lazy("The chain does not hold this head"),
    "head_differs": gettext_lazy("The chain says something else than this head"),
    "head_missing": gettext_lazy("The head of this day is gone"),
    "tail_cut": gettext_lazy("The end of the chain has been cut off"),
    "text_changed": gettext_lazy("A text that was put to the parties has been changed"),
    "text_gone": gettext_lazy("A text that was put to the parties is gone"),
    "text_not_in_log": gettext_lazy("The log knows a text by another fingerprint"),
    "vote_on_another_text": gettext_lazy("A vote is about another text than its round"),
}


class Command(BaseCommand):
    """`manage.py verify_audit --head letter.txt`"""

    help = (
        "Finds a changed, deleted, inserted or moved row of the log, a cut tail,"
        " and a text that is another than the one that was approved."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--head",
            action="append",
            default=[],
            metavar="FILE_OR_HASH",
            help="a head kept elsewhere: a hash, NO:HASH, or a file (a saved letter)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        outside = [head for given in options["head"] for head in _heads(given)]
        found = [
            *verification.findings(now=clock(), outside=outside),
            *approvals.findings(),
        ]
        for finding in found:
            self.stdout.write(f"{SENTENCES[finding.code]}: {finding.place}")
        if found:
            raise CommandError(
                ngettext(
                    "The log has %(count)d fault.",
                    "The log has %(count)d faults.",
                    len(found),
                )
                % {"count": len(found)}
            )
        self.stdout.write(_whole(len(outside)))


def _heads(given: str) -> list[Head]:
    """The heads in a file, or the one that was typed."""
    path = Path(given)
    heads = heads_in(path.read_text() if path.is_file() else given)
    if not heads:
        raise CommandError(_("There is no head in %(given)s.") % {"given": given})
    return heads


def _whole(compared: int) -> str:
    head = queries.latest_head()
    if head is None:
        return _("The log is empty.")
    sentence = _("The log is whole, up to seal %(no)d: %(hash)s") % {
        "no": head.no,
        "hash": head.hash,
    }
    if compared:
        return sentence
    return f"{sentence}\n" + _(
        "No head from elsewhere was given (--head): a chain computed anew would not show."
    )
