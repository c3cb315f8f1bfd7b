"""Write promises and follow-ups in the format of the open catalogue."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from handslag.domain.promises.queries import (
    catalogue_documents,
    own_sets,
    record_of,
    records_of,
)
from handslag.domain.promises.rules.catalogue.records import CatalogueRecord
from handslag.domain.promises.rules.catalogue.writing import write


class Command(BaseCommand):
    """`manage.py export_promises > promises.json`"""

    help = "Writes what was imported to standard output, with ids and order kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--ids", nargs="+", metavar="ID", help="only the records with these ids"
        )
        parser.add_argument(
            "--all",
            action="store_true",
            help="also sets decided or restated here",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        records = list(_wanted(options["ids"], everything=options["all"]))
        missing = sorted(set(options["ids"] or []) - {record.id for record in records})
        if missing:
            raise CommandError(
                _("There are no records with these ids: %(ids)s.")
                % {"ids": ", ".join(missing)}
            )
        self.stdout.write(
            json.dumps([write(one) for one in records], ensure_ascii=False, indent=1)
        )


def _wanted(ids: Sequence[str] | None, *, everything: bool) -> Iterator[CatalogueRecord]:
    for document in catalogue_documents(ids):
        yield record_of(document)
    if everything:
        own = (record for set_ in own_sets() for record in records_of(set_))
        yield from (record for record in own if ids is None or record.id in ids)
