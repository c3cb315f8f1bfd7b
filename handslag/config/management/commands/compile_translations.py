from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from handslag.config import msgids, translations


class Command(BaseCommand):
    """Merges the parts of each language into the file that Django reads."""

    help = "Merge and compile the translations; --check also asks for every sentence."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="Only say what is missing or wrong."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        locale = settings.BASE_DIR / "handslag" / "locale"
        wrong = [
            f"{language}/{fault}"
            for language in translations.languages(locale)
            for fault in translations.faults(translations.parts(locale, language))
        ]
        if options["check"]:
            sentences = msgids.collect(settings.BASE_DIR / "handslag")
            wrong += translations.gaps(sentences, translations.parts(locale, "sv"))
        if wrong:
            raise CommandError("\n".join(wrong))
        if not options["check"]:
            translations.compile_all(locale)
