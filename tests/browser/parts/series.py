"""Indicators: the list, one of each kind, and their forms."""

from handslag.domain.series.models import Indicator

LIST = "/arbete/indikatorer/"
AT_WORK = {
    "samordnare": (
        LIST,
        f"{LIST}ny/",
        f"{LIST}serier/",
        LIST + "{followed}/",
        LIST + "{depends}/",
        LIST + "{followed}/andra/",
        LIST + "{followed}/varde/",
    ),
}


def words() -> dict[str, str]:
    found = {one.direction: str(one.public_id) for one in Indicator.objects.all()}
    return {"followed": found["up"], "depends": found["depends"]}
