"""Find what the person may see of occasions. What they may not see is not there: 404.

How many spoke and about what is for everyone who works there; the words themselves are
for those who listen.
"""

from uuid import UUID

from django.http import Http404

from handslag.core.access import Act, require
from handslag.domain.voices import queries
from handslag.domain.voices.models import Voice
from handslag.domain.voices.queries import Standing
from handslag.web.requests import WorkRequest


def the_occasion(request: WorkRequest, key: UUID, *, to_listen: bool = False) -> Standing:
    """An occasion with what waits there; `to_listen`: to read the words, or to write."""
    found = queries.occasion_for(request.actor, key)
    if found is None:
        raise Http404
    if to_listen:
        where = frozenset({found.occasion.home_id})
        require(request.actor, Act.LISTEN, in_any_of=where)
    return found


def the_voice(request: WorkRequest, key: UUID, voice: UUID) -> Voice:
    """What one person said there."""
    found = queries.voice_of(the_occasion(request, key, to_listen=True).occasion, voice)
    if found is None:
        raise Http404
    return found


def may_listen(request: WorkRequest, at: Standing) -> bool:
    """Whether the person may read the words, and code and answer them."""
    return request.actor.may(Act.LISTEN, at.occasion.home_id)
