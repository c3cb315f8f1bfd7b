"""What waits for one person about the year: what the law asks for and is not done."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.year.queries import Checked
from handslag.domain.year.rules.law import Finding, Standing
from handslag.web.answers import number
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.year import DUTIES, SECTIONS
from handslag.web.workspace.waiting import Thing


def things(checked: Iterable[Checked]) -> Iterator[Thing]:
    """What is late by law, then what is missing, for those who keep the year."""
    for one in checked:
        late = [found for found in one.findings if found.standing is Standing.LATE]
        yield from (_late(one, found) for found in late)
        yield from _missing(one)


def _late(one: Checked, found: Finding) -> Thing:
    return Thing(
        one.paths[found.section],
        f"{SECTIONS[found.section]} {DUTIES[found.section][0]}",
        hint=one.short_name,
        late=_("Should have been done by %(day)s") % {"day": swedish_date(found.by)},
        urgent=True,
    )


def _missing(one: Checked) -> Iterator[Thing]:
    """One line for all that is missing: the law check says what."""
    missing = [found for found in one.findings if found.standing is Standing.MISSING]
    if missing:
        said = ngettext(
            "The law asks for %(count)s thing more in %(place)s",
            "The law asks for %(count)s things more in %(place)s",
            len(missing),
        )
        yield Thing(
            reverse("workspace:law", args=[one.slug]),
            said % {"count": number(len(missing)), "place": one.short_name},
            hint=", ".join(SECTIONS[found.section] for found in missing),
        )
