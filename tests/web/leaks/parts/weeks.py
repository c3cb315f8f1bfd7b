"""What a group meets about is for those who sit in it: every word of a meeting."""

from datetime import date

from handslag.core.access import Actor, Role
from handslag.domain.incidents.models import Group
from handslag.domain.weeks import services
from handslag.domain.weeks.models import Meeting, Priority, Target
from handslag.domain.weeks.rules import DecisionDraft, FollowUpDraft, Result
from handslag.domain.weeks.rules.spans import SpanKind, span_of
from handslag.domain.weeks.rules.words import Heading
from tests import make
from tests.make import est, incidents
from tests.make import weeks as made
from tests.web.leaks.planting import planted
from tests.web.matrix.world import World


def plant(_writer: Actor, world: World) -> None:
    """Two meetings with words in every column, the second following up the first."""
    leader = make.member(world.municipality, Role.COORDINATOR)
    group = incidents.group(
        world.municipality, world.police, name=planted(), since=date(2026, 1, 1)
    )
    first = made.meeting(leader, group, date(2026, 2, 23), chair=planted())
    priority = made.priority(leader, first, planted(), where=planted(), why=planted())
    target = made.target(leader, priority, world.police, planted())
    services.add_decision(leader, first, DecisionDraft(planted()))
    made.held(leader, first)
    second = made.meeting(leader, group)
    followed = FollowUpDraft(Result.PARTLY, planted(), planted())
    services.follow_up(leader, second, target, followed, revision=0)
    Meeting.objects.filter(pk=second.pk).update(chair=planted())
    _picture(leader, group)
    assert Priority.objects.filter(meeting=first).exists()
    assert Target.objects.filter(followed_up=second).exists()


def _picture(leader: Actor, group: Group) -> None:
    """Frozen with a summary that nobody made public: figures, words and the finding."""
    span = span_of(SpanKind.MONTH, date(2026, 2, 1))
    picture = services.begin_picture(leader, group, span, within=None, now=made.NOW)
    for heading in Heading:
        est.write(leader, picture, heading, planted())
    picture.refresh_from_db()
    assert picture.figures["priorities"]
    est.frozen(leader, picture, is_read=True)
