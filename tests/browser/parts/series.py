"""Indicators: the list, one of each kind, and their forms."""

from handslag.domain.series.models import Indicator

LIST = "/arbete/indikatorer/"
AT_WORK = {
    "samordnare": (
        LIST,
        f"{LIST}ny/",
        f"{LIST}serier/",
        LIST + "{indicator_up}/",
        LIST + "{indicator_depends}/",
        LIST + "{indicator_up}/andra/",
        LIST + "{indicator_up}/varde/",
    ),
}


def words() -> dict[str, str]:
    made_up = Indicator.objects.filter(is_example=True)
    return {f"indicator_{one.direction}": str(one.public_id) for one in made_up}
