"""Findings: the list, a new one, counts from a file, one with a picture, its answer."""

from handslag.domain.evidence.models import Evidence

UNDERLAG = "/arbete/underlag/"
PUBLIC = (
    "/ordlista/",
    "/en/ordlista/",
    "/underlag/{walk}/",
)
AT_WORK = {
    "samordnare": (
        f"{UNDERLAG}?visa=ratade",
        f"{UNDERLAG}antal/",
        UNDERLAG + "{walk}/",
        UNDERLAG + "{walk}/svar/",
    )
}
NOT_PAGES = frozenset({"workspace:finding-file", "public:finding-picture"})


def words() -> dict[str, str]:
    walk = Evidence.objects.get(source="trygghetsvandring", n=12)
    return {"walk": str(walk.public_id)}
