"""The approved Swedish words in another language, where the translation still fits them."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from handslag.core.approvals import translations
from handslag.core.approvals.translations import APPROVED_IN, ApprovedText, Texts
from handslag.domain.promises.published.wording import (
    PublishedActivity,
    PublishedGround,
    PublishedPromise,
    PublishedTarget,
    PublishedWording,
)
from handslag.domain.promises.rules.targets import WHOLE_PERIOD

OF_THE_SET = ("name", "lead", "purpose")
OF_A_PROMISE = ("heading", "text", "purpose", "place", "when", "condition")
OF_A_TARGET = (
    *("unit", "per", "counting_rule", "clock_starts"),
    *("precondition", "note", "direction_why"),
)


class TextKind(StrEnum):
    """What a text is in the set. The promise it belongs to is told apart from it."""

    NAME = "name"
    LEAD = "lead"
    PURPOSE = "purpose"
    HEADING = "heading"
    TEXT = "text"
    PLACE = "place"
    WHEN = "when"
    CONDITION = "condition"
    ACTIVITY = "activity"
    ACTIVITY_PLACE = "activity_place"
    ACTIVITY_WHEN = "activity_when"
    UNIT = "unit"
    PER = "per"
    COUNTING_RULE = "counting_rule"
    CLOCK_STARTS = "clock_starts"
    PRECONDITION = "precondition"
    NOTE = "note"
    DIRECTION_WHY = "direction_why"
    GROUND = "ground"
    GROUND_PERIOD = "ground_period"
    GROUND_PLACE = "ground_place"
    FOLLOW_UP = "follow_up"
    PLAN = "plan"
    FUNCTION = "function"
    DELEGATE = "delegate"
    FORUM = "forum"
    PERIOD = "period"
    DECIDED_BY = "decided_by"
    SIGNED = "signed"
    AGREEMENT = "agreement"
    LINEAGE_WHY = "lineage_why"
    AMENDMENT = "amendment"
    ATTACHMENT = "attachment"


def approved_texts(wording: PublishedWording) -> list[ApprovedText]:
    """Each text of a set that can be translated, in reading order."""
    return translations.each_once(_all_texts(wording))


def promise_place(promise_id: str, name: str) -> str:
    """Where a text of a promise stands: "promises.<id>.text"."""
    return f"promises.{promise_id}.{name}"


def texts_in(language: str, versions: Mapping[int, PublishedWording]) -> Texts:
    """What is translated of a version, and of the words in those beside it. One query.

    `versions`: by their number in the database, the one it is about first.
    """
    if language == APPROVED_IN:
        return Texts()
    texts = {pk: approved_texts(wording) for pk, wording in versions.items()}
    return translations.texts_in(language, texts)


def _all_texts(wording: PublishedWording) -> Iterator[ApprovedText]:
    for name in OF_THE_SET:
        yield ApprovedText(name, TextKind(name), getattr(wording, name))
    yield from _grounds(wording.grounds, "")
    for promise in wording.promises:
        yield from _promise(promise)
    yield from _decision(wording)


def _promise(promise: PublishedPromise) -> Iterator[ApprovedText]:
    start = promise_place(promise.id, "")
    for name in OF_A_PROMISE:
        said = promise.when.stated if name == "when" else getattr(promise, name)
        yield ApprovedText(f"{start}{name}", TextKind(name), said, promise.id)
    yield from _activities(promise.activities, f"{start}activities", promise.id)
    for target in promise.targets:
        yield from _target(target, f"{start}targets.{target.id}", promise.id)
    yield from _grounds(promise.grounds, start, promise.id)


def _activities(
    rows: Iterable[PublishedActivity], start: str, promise: str
) -> Iterator[ApprovedText]:
    for at, one in enumerate(rows):
        here = f"{start}.{at}"
        yield ApprovedText(f"{here}.text", TextKind.ACTIVITY, one.text, promise)
        yield ApprovedText(f"{here}.place", TextKind.ACTIVITY_PLACE, one.place, promise)
        yield ApprovedText(f"{here}.when", TextKind.ACTIVITY_WHEN, one.when, promise)
        yield from _activities(one.parts, here, promise)


def _target(target: PublishedTarget, start: str, promise: str) -> Iterator[ApprovedText]:
    for name in OF_A_TARGET:
        said = getattr(target, name)
        if name != "per" or said not in WHOLE_PERIOD:
            yield ApprovedText(f"{start}.{name}", TextKind(name), said, promise)


def _grounds(
    rows: Iterable[PublishedGround], start: str, promise: str = ""
) -> Iterator[ApprovedText]:
    for at, one in enumerate(rows):
        here = f"{start}grounds.{at}"
        yield ApprovedText(f"{here}.statement", TextKind.GROUND, one.statement, promise)
        yield ApprovedText(f"{here}.period", TextKind.GROUND_PERIOD, one.period, promise)
        yield ApprovedText(f"{here}.place", TextKind.GROUND_PLACE, one.place, promise)


def _decision(wording: PublishedWording) -> Iterator[ApprovedText]:
    """What is said of the set beside its promises: follow-up, decision, other years."""
    yield ApprovedText("follow_up", TextKind.FOLLOW_UP, wording.follow_up_stated)
    for at, one in enumerate(wording.plan):
        yield ApprovedText(f"plan.{at}.label", TextKind.PLAN, one.label)
        yield ApprovedText(f"plan.{at}.function", TextKind.FUNCTION, one.function)
        yield ApprovedText(f"plan.{at}.delegate", TextKind.DELEGATE, one.delegate)
        yield ApprovedText(f"plan.{at}.forum", TextKind.FORUM, one.forum)
    yield ApprovedText("period", TextKind.PERIOD, wording.period.stated)
    yield ApprovedText("decided_by", TextKind.DECIDED_BY, wording.decided_by)
    yield ApprovedText("signed", TextKind.SIGNED, wording.signed_stated)
    yield ApprovedText("agreement", TextKind.AGREEMENT, wording.agreement)
    for at, line in enumerate(wording.lineage):
        yield ApprovedText(f"lineage.{at}.why", TextKind.LINEAGE_WHY, line.why)
    if wording.amendment:
        yield ApprovedText("amendment", TextKind.AMENDMENT, wording.amendment.reason)
    for file in wording.attachments:
        yield ApprovedText(f"files.{file.sha256[:16]}", TextKind.ATTACHMENT, file.title)
