"""Moving a cause in its tree, and saying why it could not be."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from handslag.core.refusals import NotAllowedError
from handslag.domain.picture.models import Cause
from handslag.domain.picture.queries.causes import causes_of, nodes
from handslag.domain.picture.rules.causes import read
from handslag.web.words import refusal
from handslag.web.workspace.causes.forms import HangForm

_SHOWN = 70


def moved(deed: Callable[[], object]) -> str:
    """Do it; if the rules say no, the sentence that says why."""
    try:
        deed()
    except NotAllowedError as error:
        return refusal(error)
    return ""


def hang_form(cause: Cause) -> HangForm:
    """Every other cause of the problem as a place to hang under, and the problem itself."""
    every = causes_of(cause.problem)
    by_key = {one.pk: one for one in every}
    places = [("", _("The problem itself"))]
    for placed in read(nodes(every)):
        other = by_key[placed.key]
        if other.pk != cause.pk:
            said = f"{placed.number} {other.text}"
            short = said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"
            places.append((str(other.public_id), short))
    above = by_key[cause.parent_id].public_id if cause.parent_id else ""
    return HangForm(places=places, initial={"under": str(above)})
