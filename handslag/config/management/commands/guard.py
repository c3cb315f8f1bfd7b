"""What points at somebody in lines of text, for other programs and for measuring."""

import io
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from handslag.core.guard.rules import browser, find


def answers(lines: Iterable[str]) -> Iterator[str]:
    """One JSON array for each line; an empty one when it is clean."""
    for line in lines:
        yield json.dumps([asdict(one) for one in find(line.rstrip("\r\n"))])


def for_browsers() -> str:
    """The forms and names that a page marks while one types (ui/static/ui/guard.json)."""
    return json.dumps(browser.lists(), ensure_ascii=False, indent=1)


class Command(BaseCommand):
    """`manage.py guard`: lines in, arrays out, without a database."""

    help = (
        "Read lines of text; write for each a JSON array of "
        '{"start", "end", "kind", "certain"}, or [] when the line is clean.'
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--browser", action="store_true", help="write what ui/guard.js looks for"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["browser"]:
            self.stdout.write(for_browsers())
            return
        # Only a line feed ends a line: other breaks are a part of what was typed.
        lines = io.TextIOWrapper(
            sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n"
        )
        for answer in answers(lines):
            self.stdout.write(answer)
            self.stdout.flush()
