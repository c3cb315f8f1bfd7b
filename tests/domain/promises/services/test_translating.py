from datetime import date

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.approvals.models import Translation
from handslag.core.approvals.rules.translating import Said, Step, TextStanding
from handslag.core.audit.models import Entry
from handslag.domain.promises import published as public
from handslag.domain.promises import services
from handslag.domain.promises.published import approved_texts
from handslag.domain.promises.published.translations import promise_place
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import AmendmentKind
from tests import make

ENGLISH = "We walk at least four safety walks in the centre."


@pytest.fixture
def place(published) -> str:
    return promise_place(str(published.promises.get().public_id), "text")


def said(place, language="en"):
    page = public.set_page("lundby", "2026", today=date(2026, 3, 2), language=language)
    assert isinstance(page, public.SetPage)
    return page.texts.of(place)


def test_a_translation_is_shown_beside_the_approved_words(published, coordinator, place):
    services.translate(coordinator, published, language="en", texts={place: Said(ENGLISH)})
    assert said(place) == ENGLISH
    assert said(place, "sv") is None
    services.translate(coordinator, published, language="en", texts={place: Said(" ")})
    assert said(place) is None


@pytest.mark.parametrize("reworded", [True, False])
def test_a_translation_goes_on_only_with_the_words_it_translates(
    reworded,
    published,
    coordinator,
    municipality,
    police,
    municipal_approver,
    police_approver,
    place,
):
    services.translate(coordinator, published, language="en", texts={place: Said(ENGLISH)})
    services.begin_amendment(
        coordinator,
        published,
        AmendmentKind.REVISION,
        reason="Nytt.",
        decided_on=date(2026, 6, 1),
    )
    words = {"text": "Andra ord."} if reworded else {"purpose": "Ett syfte."}
    services.save_promise(
        coordinator,
        published.promises.get(),
        make.promise_draft(municipality, **words),
        revision=1,
    )
    make.publish(
        published,
        coordinator,
        (municipal_approver, municipality),
        (police_approver, police),
    )
    assert said(place) == (None if reworded else ENGLISH)
    assert Translation.objects.get(version=published.version).text == ENGLISH


def test_what_somebody_else_did_meanwhile_is_not_written_over(
    published, coordinator, liaison_officer, place
):
    """The lock is on each text: the two save side by side what only one of them touched."""
    texts = approved_texts(public.read(published.version.content))
    opened = {one.key: TextStanding(one.swedish).seen for one in texts}
    heading = place.replace(".text", ".heading")

    def save(actor, **words):
        sent = {at: Said(text, seen=opened[at]) for at, text in words.items()}
        return services.translate(actor, published, language="en", texts=sent)

    assert save(liaison_officer, **{place: "Theirs"}) == {place: Step.SAVE}
    steps = save(coordinator, **{place: "Mine", heading: "Four walks"})
    assert steps == {place: Step.OVERTAKEN, heading: Step.SAVE}
    assert (said(place), said(heading)) == ("Theirs", "Four walks")


def test_what_changed_is_in_the_log_and_what_did_not_is_not(
    published, municipality, coordinator, place
):
    services.translate(coordinator, published, language="en", texts={place: Said(ENGLISH)})
    entry = Entry.objects.latest("pk")
    assert entry.action == "promises.translated"
    assert entry.details == {"language": "en", "texts": 1}
    municipality.refresh_from_db()
    before = municipality.public_revision
    services.translate(coordinator, published, language="en", texts={place: Said(ENGLISH)})
    assert Entry.objects.latest("pk") == entry
    municipality.refresh_from_db()
    assert municipality.public_revision == before


def test_a_saved_text_makes_the_public_pages_new(
    published, municipality, coordinator, place
):
    municipality.refresh_from_db()
    before = municipality.public_revision
    services.translate(coordinator, published, language="en", texts={place: Said(ENGLISH)})
    municipality.refresh_from_db()
    assert municipality.public_revision == before + 1


def test_a_draft_and_somebody_elses_summary_are_not_translated(
    draft, municipality, coordinator
):
    summary = make.retold(municipality, "Polisen syns mer.")
    for set_, code in ((draft, "not_published"), (summary, "take_over_first")):
        with pytest.raises(NotAllowedError, match=code):
            services.translate(coordinator, set_, language="en", texts={})


def test_who_may_not_write_may_not_translate(published, reader, elsewhere, place):
    for actor in (reader, elsewhere):
        with pytest.raises(ForbiddenError):
            services.translate(actor, published, language="en", texts={place: Said("x")})


def test_only_what_is_in_the_approved_text_is_translated(published, coordinator):
    with pytest.raises(NotAllowedError, match="not_in_the_text"):
        services.translate(coordinator, published, language="en", texts={"x": Said("y")})
