"""The pages of the year, one of each kind and state."""

from handslag.domain.year.models import AssemblyReport, Rhythm


def words() -> dict[str, str]:
    """The keys of things in the demonstration."""
    one = Rhythm.objects.filter(home__short_name="Degerfors").order_by("pk")[0]
    told = AssemblyReport.objects.filter(home__short_name="Degerfors").order_by("pk")[0]
    return {"turn": str(one.public_id), "given_report": str(told.public_id)}


AT_WORK = {
    "samordnare": (
        "/arbete/aret/",
        "/arbete/aret/degerfors/?grund=law",
        "/arbete/aret/degerfors/hjul/",
        "/arbete/aret/degerfors/hjul/nytt/",
        "/arbete/aret/degerfors/hjul/{turn}/",
        "/arbete/aret/degerfors/hjul/{turn}/ta-bort/",
        "/arbete/aret/degerfors/paminnelser/",
        "/arbete/aret/egen-kalender/",
        "/arbete/lagkoll/degerfors/",
        "/arbete/lagkoll/degerfors/svar/",
        "/arbete/lagkoll/degerfors/namnd/",
        "/arbete/rapport/degerfors/",
        "/arbete/rapport/degerfors/inledning/",
        "/arbete/rapport/degerfors/lamnad/",
        "/arbete/rapport/degerfors/lamnad/{given_report}/",
    ),
    "hallefors": (
        "/arbete/aret/hallefors/hjul/",  # empty
        "/arbete/lagkoll/hallefors/",  # not begun: why, and when
        "/arbete/lagkoll/hallefors/varfor/4/",
        "/arbete/lagkoll/",
    ),
    "osthammar": ("/arbete/aret/",),  # late
}
NOT_PAGES = frozenset(
    {
        "public:own-calendar",
        "workspace:assembly-document",
        "workspace:law-file",
        "workspace:usual-year",
        "workspace:assembly-reports",
    }
)
