"""Steps that the services share: may you, the locked row, no persons in the words."""

from handslag.core.access import Act, Actor, require
from handslag.core.guard.rules import find
from handslag.core.refusals import NotAllowedError
from handslag.domain.dialogues.models import Dialogue, Meeting
from handslag.domain.voices.rules import Phase


def may_lead(actor: Actor, dialogue: Dialogue) -> None:
    """The municipality whose dialogue it is."""
    require(actor, Act.LISTEN, in_any_of=frozenset({dialogue.occasion.home_id}))


def locked(
    dialogue: Dialogue, *, is_ahead: bool = False, closed_too: bool = False
) -> Dialogue:
    """The dialogue as it stands now, held until the transaction ends.

    `is_ahead`: only as long as it has not been held. `closed_too`: what is wrong can be
    taken back for ever."""
    row = (
        Dialogue.objects.select_for_update(of=("self",))
        .select_related("occasion__home")
        .get(pk=dialogue.pk)
    )
    if row.occasion.phase == Phase.CLOSED and not closed_too:
        raise NotAllowedError("dialogues.closed")
    if is_ahead and row.held_on is not None:
        raise NotAllowedError("dialogues.held_already")
    return row


def locked_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it stands now. Whoever takes a place waits for whoever is before.

    It may have been called off meanwhile."""
    row = (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("dialogue__occasion__home")
        .filter(pk=meeting.pk)
        .first()
    )
    if row is None:
        raise NotAllowedError("dialogues.not_open")
    return row


def no_persons(*texts: str) -> None:
    """Stop at words that certainly point out a person."""
    found = [
        text[one.start : one.end] for text in texts for one in find(text) if one.certain
    ]
    if found:
        raise NotAllowedError("dialogues.personal_data", said=", ".join(found))
