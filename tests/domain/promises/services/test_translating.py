from datetime import date

import pytest

from handslag.domain.promises import published as public
from handslag.domain.promises import services
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
    services.translate(coordinator, published, language="en", texts={place: ENGLISH})
    assert said(place) == ENGLISH
    assert said(place, "sv") is None
    services.translate(coordinator, published, language="en", texts={place: " "})
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
    services.translate(coordinator, published, language="en", texts={place: ENGLISH})
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


def test_only_what_is_in_the_approved_text_is_translated(published, coordinator):
    with pytest.raises(NotAllowedError, match="not_in_the_text"):
        services.translate(coordinator, published, language="en", texts={"x": "y"})
