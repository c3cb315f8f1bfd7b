"""The addresses of EST pictures, and what each of the cast is answered there.

Both the municipality and the police are authorities and write; the municipality freezes
its own picture and decides what is public.
"""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.weeks import services
from handslag.domain.weeks.models import EstPicture
from handslag.domain.weeks.rules.spans import span_at
from handslag.domain.weeks.rules.words import Heading
from tests.make import est
from tests.make.weeks import NOW
from tests.web.matrix.parts.weeks import LED, SEEN, group_of
from tests.web.matrix.row import HIDDEN, WRITES, public, row

BOTH_WRITE = row(HIDDEN, WRITES, WRITES, HIDDEN, HIDDEN, HIDDEN, about_others=HIDDEN)
BOTH_SEND = row(
    "wrong way/hidden",
    "wrong way/in",
    "wrong way/in",
    "wrong way/hidden",
    "wrong way/hidden",
    "wrong way/hidden",
    about_others="wrong way/hidden",
)
ROWS = {
    "workspace:est-pictures": SEEN,
    "workspace:new-est-picture": BOTH_WRITE,
    "workspace:est-picture": SEEN,
    "workspace:est-projector": SEEN,
    "workspace:est-passage": BOTH_WRITE,
    "workspace:count-est-picture": BOTH_SEND,
    "workspace:freeze-est-picture": LED,
    "workspace:new-est-version": LED,
    "workspace:publish-est-summary": LED,
    "workspace:withdraw-est-summary": LED,
}
PUBLIC_ROWS = {"public:est-pictures": public(), "public:est-picture": public()}


def _drawn(
    writer: Actor, home: Organisation, police: Organisation, address: str
) -> EstPicture:
    """The picture of this span, with words under two headings."""
    group, span = group_of(writer, home, police), span_at(address)
    assert span is not None
    found = EstPicture.objects.filter(group=group, starts=span.starts).first()
    if found is not None:
        return found
    picture = services.begin_picture(writer, group, span, within=home, now=NOW)
    for heading in (Heading.PROBLEMS, Heading.SUMMARY):
        est.write(writer, picture, heading, "Klotter i centrum.")
    picture.refresh_from_db()
    return picture


def build(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """A draft."""
    draft = _drawn(writer, municipality, police, "2026-02")
    return {
        "key": draft.group.public_id,
        "picture": draft.public_id,
        "heading": Heading.CAUSES.value,
    }


def build_public(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """One whose summary everyone reads."""
    picture = _drawn(writer, municipality, police, "2026-01")
    if picture.version is None:
        est.frozen(writer, picture, is_read=True)
        services.publish_summary(writer, picture, is_read=True, now=NOW)
    return {"span": "2026-01"}
