"""The public picture of a municipality is found by its words."""

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.search import services as search
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.published import DOCUMENT
from handslag.domain.picture.models import Publication
from handslag.domain.picture.published.pages import picture_page

CALLED = "lägesbild"


def index_picture(home: Organisation) -> None:
    """Let the version that the public reads be found, or none."""
    slug = home.slugs.filter(current=True).first()
    page = picture_page(slug.slug) if slug else None
    if page is None:
        search.remove(DOCUMENT, _key(home))
        return
    picture = page.picture
    passages = [one.text for rows in picture.parts.values() for one in rows]
    problems = [
        " ".join((one.title, one.description, one.place, one.affected))
        for one in picture.problems
    ]
    words = [CALLED, home.name, *passages, *problems]
    search.index(DOCUMENT, _key(home), title=picture.name, text=" ".join(words))


@transaction.atomic
def index_missing(actor: Actor) -> int:
    """Let what was published before there was this search be found. Run each night."""
    require_system(actor)
    there = search.known(DOCUMENT)
    public = Publication.objects.filter(ended_at=None).values("version__picture__home")
    homes = Organisation.objects.filter(pk__in=public)
    missing = [home for home in homes if _key(home) not in there]
    for home in missing:
        index_picture(home)
    return len(missing)


def _key(home: Organisation) -> str:
    return f"picture-{home.public_id}"
