from collections.abc import Mapping

from handslag.domain.picture.models import Picture

PICTURE = "/arbete/lagesbild/{picture}/"
PROBLEM = f"{PICTURE}problem/{{problem}}/"


def words() -> Mapping[str, str]:
    """The joint picture of Degerfors, and the problem that only one side sees."""
    pictures = Picture.objects.filter(home__name="Degerfors kommun")
    picture = pictures.get(party=None)
    own = pictures.filter(party=picture.home).get()
    return {
        "picture": str(picture.public_id),
        "own_picture": str(own.public_id),
        "problem": str(picture.problems.get(theme="TRYGG_OFF").public_id),
        "passage": str(picture.passages.earliest("pk").public_id),
        "source": str(picture.sources.earliest("pk").public_id),
    }


PUBLIC = (
    "/degerfors/lagesbild/",
    "/degerfors/lagesbild/1/",
    "/degerfors/lagesbild/1/jamfor/2/",
)
AT_WORK = {
    "samordnare": (
        "/arbete/lagesbild/",
        "/arbete/lagesbild/ny/",
        PICTURE,
        f"{PICTURE}ord/",
        "/arbete/lagesbild/{own_picture}/dela/",
        f"{PICTURE}stycke/nytt/analysis/",
        f"{PICTURE}stycke/{{passage}}/",
        f"{PICTURE}stycke/{{passage}}/ta-bort/",
        f"{PICTURE}problem/nytt/",
        PROBLEM,
        f"{PROBLEM}siffror/?vad=damage",
        f"{PROBLEM}andra/",
        f"{PROBLEM}avsluta/",
        f"{PROBLEM}ta-bort/",
        f"{PICTURE}kalla/ny/",
        f"{PICTURE}kalla/{{source}}/",
        f"{PICTURE}poang/",
        f"{PICTURE}prioritera/",
        f"{PICTURE}sla-ihop/",
        f"{PICTURE}frys/",
        f"{PICTURE}versioner/",
        f"{PICTURE}version/2/",
        f"{PICTURE}version/1/jamfor/2/",
        f"{PICTURE}version/2/ta-tillbaka/",
    )
}
NOT_PAGES = frozenset(
    {
        "workspace:move-problem",
        "workspace:reopen-problem",
        "workspace:publish-picture",
    }
)
