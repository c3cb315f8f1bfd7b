"""Words that may name somebody: the moderator reads them, decides, and they are gone.

That a decision was made is written down; what it was about never is.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.guard.rules import Choice, left, spans_of, without
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Held, Incident, Message
from handslag.domain.incidents.rules import TextState

TEXT = "text"
_DONE = {
    Choice.LET_THROUGH: "incidents.words_let_through",
    Choice.TAKE_OUT: "incidents.words_taken_out",
    Choice.TAKE_ALL: "incidents.words_removed",
}


@transaction.atomic
def decide(
    actor: Actor,
    held: Held,
    choice: Choice,
    *,
    marked: Sequence[int] = (),
    others: Sequence[str] = (),
) -> None:
    """Let the words through, take some of them out, or take them all away.

    `marked`: the numbers of what was found that go; `others`: words of one's own choice.
    """
    require(actor, Act.MODERATE_REPORTS, in_any_of=frozenset({held.within_id}))
    row = Held.objects.select_for_update().filter(pk=held.pk).first()
    if row is None:
        raise NotAllowedError("incidents.decided_already")
    words = _after(row, choice, marked, others)
    is_whole = choice is Choice.LET_THROUGH
    subject: Incident | Message
    if row.incident_id is not None:
        subject = Incident.objects.select_for_update().get(pk=row.incident_id)
        _put_on_incident(subject, row.field, words, is_whole=is_whole)
    else:
        subject = Message.objects.select_for_update().get(held=row)
        subject.text, subject.text_state = words, _state(is_whole=is_whole)
        subject.save(update_fields=["text", "text_state"])
    row.delete()
    record(actor, _DONE[choice], subject, on_behalf=held.within_id)


def _after(row: Held, choice: Choice, marked: Sequence[int], others: Sequence[str]) -> str:
    found = [(one["start"], one["end"]) for one in row.found]
    return left(row.words, choice, found, marked=marked, others=others)


def _state(*, is_whole: bool) -> TextState:
    return TextState.CHECKED if is_whole else TextState.REDACTED


def _put_on_incident(incident: Incident, field: str, words: str, *, is_whole: bool) -> None:
    """The words to their field. The state of the text is that of the text alone."""
    if field == TEXT:
        incident.text, incident.text_state = words, _state(is_whole=is_whole)
    else:
        incident.where_words = words
        if incident.text_state == TextState.EMPTY:
            incident.text_state = _state(is_whole=is_whole)
    incident.save(update_fields=["text", "where_words", "text_state"])


@transaction.atomic
def pass_texts(actor: Actor, keys: Iterable[UUID]) -> int:
    """These were read and name nobody: now those who are no authority may read them.

    Answers how many it was; what somebody else has decided meanwhile is left alone.
    """
    homes = actor.where(Act.MODERATE_REPORTS)
    require(actor, Act.MODERATE_REPORTS, in_any_of=homes)
    unread = (TextState.UNCHECKED, TextState.EMPTY)
    found = Incident.objects.select_for_update().filter(
        public_id__in=list(keys), within__in=homes, text_state__in=unread
    )
    rows = list(found.order_by("pk"))
    for row in rows:
        row.text_state = TextState.CHECKED
        row.save(update_fields=["text_state"])
        record(actor, "incidents.words_read", row, on_behalf=row.within_id)
    return len(rows)


@transaction.atomic
def take_out_words(
    actor: Actor,
    incident: Incident,
    *,
    chosen: Sequence[str],
    take_all: bool = False,
    now: datetime,
) -> Incident:
    """Take words out of a text that already can be read, or all of it."""
    require(actor, Act.MODERATE_REPORTS, in_any_of=frozenset({incident.within_id}))
    row = Incident.objects.select_for_update().get(pk=incident.pk)
    if take_all:
        row.text = row.where_words = ""
    else:
        in_text = [one for one in chosen if one.strip() and one.strip() in row.text]
        in_where = [one for one in chosen if one.strip() and one.strip() in row.where_words]
        for one in chosen:
            if one.strip() and one not in in_text and one not in in_where:
                raise NotAllowedError("guard.not_in_the_words", said=one.strip())
        if not in_text and not in_where:
            raise NotAllowedError("guard.nothing_to_take_out")
        row.text = _cut(row.text, in_text)
        row.where_words = _cut(row.where_words, in_where)
    row.text_state = TextState.REDACTED
    row.save(update_fields=["text", "where_words", "text_state"])
    action = _DONE[Choice.TAKE_ALL if take_all else Choice.TAKE_OUT]
    record(actor, action, row, on_behalf=row.within_id, on=stockholm_day(now))
    return row


def _cut(words: str, chosen: Sequence[str]) -> str:
    return without(words, spans_of(words, chosen)) if chosen else words
