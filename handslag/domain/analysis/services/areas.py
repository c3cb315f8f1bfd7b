"""The area that a municipality's own counts are of."""

from handslag.core.access import Actor, require_system
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.queries import area_code_of, areas_by_code
from handslag.domain.series.rules import AreaKind
from handslag.domain.series.services import AreaDraft, put_areas


def see_to_area(actor: Actor, home: Organisation) -> None:
    """Let the municipality be an area that figures can be about."""
    require_system(actor)
    code = area_code_of(home)
    if not areas_by_code([code]):
        kind, name = AreaKind.MUNICIPALITY, home.short_name
        put_areas(actor, [AreaDraft(kind, code, name, organisation=home.pk)])
