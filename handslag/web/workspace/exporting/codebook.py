"""The codebook: what each column of the file is, and what each of its codes means."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from handslag.core.sheets.cells import MARK, SEPARATOR, harmless
from handslag.domain.surveys.figures.exports import Variable
from handslag.web.words.exporting import HEADINGS, KINDS
from handslag.web.workspace.exporting.labels import codes, question

_BOTH = ("sv", "en")


def codebook(variables: Sequence[Variable]) -> bytes:
    """A line for each code; a variable without codes has one."""
    pen = StringIO()
    pen.write(MARK)
    writer = csv.writer(pen, delimiter=SEPARATOR)
    writer.writerow(map(str, HEADINGS))
    for one in variables:
        writer.writerows(_lines(one))
    return pen.getvalue().encode()


def _lines(one: Variable) -> Iterator[list[str | int]]:
    asked = [harmless(question(one, language)) for language in _BOTH]
    parts = [harmless(one.part.get(language, "")) for language in _BOTH]
    head = [one.name, str(KINDS[one.kind]), *asked, *parts]
    both = [*zip(*(codes(one, language) for language in _BOTH), strict=True)]
    for swedish, english in both:
        missing = 1 if swedish.is_missing else ""
        yield [
            *head,
            swedish.code,
            harmless(swedish.words),
            harmless(english.words),
            missing,
        ]
    if not both:
        yield [*head, "", "", "", ""]
