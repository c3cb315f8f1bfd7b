"""Steps that the services share: may you, the locked row, no persons in the words."""

from handslag.core.access import Act, Actor, require
from handslag.core.guard.rules import find
from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.services import bump_public
from handslag.domain.walks.models import Finding, Walk
from handslag.domain.walks.rules import Stage


def may_lead(actor: Actor, walk: Walk) -> None:
    """The municipality whose walk it is."""
    require(actor, Act.LISTEN, in_any_of=frozenset({walk.occasion.home_id}))


def locked(walk: Walk, *, until: Stage = Stage.WALKED) -> Walk:
    """The walk as it stands now, held until the transaction ends.

    `until`: the last stage in which this may be changed."""
    row = (
        Walk.objects.select_for_update(of=("self",))
        .select_related("occasion__home", "again_of")
        .get(pk=walk.pk)
    )
    order = list(Stage)
    if order.index(Stage(row.stage)) > order.index(until):
        raise NotAllowedError(
            "walks.told_already" if row.stage == Stage.TOLD else "walks.walked_already"
        )
    return row


def show(*walks: Walk) -> None:
    """What everyone may read of these has changed, if they may read it."""
    if any(one.occasion.published_at is not None for one in walks):
        bump_public(walks[0].occasion.home)


def locked_finding(finding: Finding) -> Finding:
    """The finding as it stands now, held until the transaction ends."""
    return (
        Finding.objects.select_for_update(of=("self",))
        .select_related("walk__occasion__home", "owner", "stop")
        .get(pk=finding.pk)
    )


def refuse_certain(*texts: str) -> bool:
    """Stop at words that certainly point out a person. True: some of them may."""
    found = [(text, one) for text in texts for one in find(text)]
    certain = [text[one.start : one.end] for text, one in found if one.certain]
    if certain:
        raise NotAllowedError("walks.personal_data", said=", ".join(certain))
    return bool(found)
