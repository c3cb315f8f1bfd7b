"""Working pictures, what is marked internal in a public one, and a version taken back."""

from datetime import UTC, datetime

from handslag.core.access import Actor
from handslag.domain.picture import services
from handslag.domain.picture.models import (
    Judgement,
    Passage,
    Picture,
    Problem,
    Score,
    SourceNote,
)
from handslag.domain.picture.queries import joint_of
from handslag.domain.picture.rules.drafts import SourceDraft
from handslag.domain.picture.rules.words import Use
from tests import make
from tests.make import picture as made
from tests.web.leaks.planting import plant as plant_rows
from tests.web.leaks.planting import planted
from tests.web.matrix.world import World

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def plant(writer: Actor, world: World) -> None:
    """One version is public. In it, what is internal; after it, a version taken back;
    and all that is being written now, in the joint picture and in an own one."""
    home = world.municipality
    picture = joint_of(home) or made.joint(writer, home, world.police)
    # What other parts have planted in it is only for the parties.
    picture.problems.update(is_internal=True, unsupported_why=planted())
    made.filled(writer, picture, make.evidence(home, "Fyra av tio."))
    _internal(writer, picture)
    made.frozen(writer, picture, note="Den första.")
    made.passage(writer, picture, text=planted())
    taken_back = made.frozen(writer, picture, note=planted())
    services.take_back(writer, taken_back, why=planted(), now=NOW)
    _scored(writer, picture, world)
    own = Picture.objects.get(home=home, party=home)
    made.filled(writer, own, make.evidence(home, "Tre av tio."))
    _work_on(Picture.objects.filter(pk__in=[picture.pk, own.pk]))


def _internal(writer: Actor, picture: Picture) -> None:
    """Marked for the parties only, in the version that is public."""
    made.passage(writer, picture, text=planted(), is_internal=True)
    hidden = made.judgement(text=planted(), is_internal=True)
    made.problem(
        writer, picture, title="Synligt", judgements=(hidden,), unsupported_why="Nytt."
    )
    made.problem(
        writer,
        picture,
        title=planted(),
        description=planted(),
        is_internal=True,
        unsupported_why=planted(),
    )
    draft = SourceDraft(
        Use.USED, planted(), reason=planted(), limits=planted(), is_internal=True
    )
    services.add_source(writer, picture, draft)


def _scored(writer: Actor, picture: Picture, world: World) -> None:
    problem = picture.problems.latest("pk")
    services.score(
        writer, problem, party=world.municipality, value=3, reason=planted(), now=NOW
    )


def _work_on(pictures) -> None:
    """Every word of the working rows is another than what was frozen."""
    plant_rows(pictures)
    plant_rows(Passage.objects.filter(picture__in=pictures))
    plant_rows(Problem.objects.filter(picture__in=pictures))
    plant_rows(SourceNote.objects.filter(picture__in=pictures))
    plant_rows(Judgement.objects.filter(problem__picture__in=pictures))
    plant_rows(Score.objects.filter(problem__picture__in=pictures))
