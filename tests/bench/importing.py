"""Taking in the open catalogue, on a database that has only been migrated (SQLite)."""

import io
import time

from django.core.management import call_command

from handslag.domain.promises.models import Document
from tests.bench._bounds import at_most

LONGEST = 5.0


def measure_import() -> dict[str, float | int | str]:
    """The command as an operator gives it: it adds the country first."""
    began, spent = time.monotonic(), time.process_time()
    call_command("import_promises", stderr=io.StringIO())
    took, spent = time.monotonic() - began, time.process_time() - spent
    return {
        "import_records": Document.objects.count(),
        "import_seconds": at_most(LONGEST, took),
        "import_cpu_seconds": at_most(LONGEST, spent),
    }
