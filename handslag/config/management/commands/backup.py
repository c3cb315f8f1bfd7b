from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from handslag.config import backups


class Command(BaseCommand):
    """Copies database, files and key into a new folder, while everything goes on."""

    help = "Write a backup into FOLDER; --keep N removes all but the N newest."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--keep", type=int, default=0, metavar="N")

    def handle(self, *_args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        try:
            # A command may read the clock.
            made = backups.make(folder, now=datetime.now(UTC))  # noqa: TID251
        except backups.BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Written: {made}")
        if options["keep"] > 0:
            for old in backups.forget_all_but(folder, options["keep"]):
                self.stdout.write(f"Removed: {old}")
