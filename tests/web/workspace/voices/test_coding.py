"""The coding desk: suggestions are suggestions, keys are keys, two people lose nothing."""

import re

import pytest
from django.urls import reverse

from handslag.domain.voices import services
from handslag.domain.voices.models import Voice
from tests import make
from tests.make import voices
from tests.make.voices import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(coordinator, municipality):
    for code, sv, en in (("LJUS", "belysning", "light"), ("RESA", "resor", "travel")):
        voices.theme(code, sv, en)
    return voices.occasion(coordinator, municipality)


def desk(voice: Voice, rest: str = "") -> str:
    at = reverse("workspace:code-voice", args=[voice.occasion.public_id, voice.public_id])
    return f"{at}{rest}"


def themes_of(voice: Voice) -> set[str]:
    return set(voice.themes.values_list("theme", flat=True))


def test_what_the_words_suggest_is_chosen_and_said_to_be_suggested(
    at_work, coordinator, row
):
    said = voices.voice(coordinator, row, "Det är mörkt på vägen hem.")
    page = at_work.get(desk(said)).content.decode()
    light = re.search(r"<li><label for=\"tema-LJUS\">.*?</li>", page, re.S)
    travel = re.search(r"<li><label for=\"tema-RESA\">.*?</li>", page, re.S)
    assert light
    assert "checked" in light[0]
    assert "förslag" in light[0]
    assert travel
    assert "checked" not in travel[0]
    assert "förslag" not in travel[0]


def test_a_place_that_alone_is_named_is_suggested(at_work, coordinator, row, municipality):
    square = make.place(municipality, "Stortorget")
    make.place(municipality, "Parken")
    said = voices.voice(coordinator, row, "Läskigt på Stortorget.")
    both = voices.voice(coordinator, row, "Stortorget och Parken är läskiga.")
    chosen = f'<option value="{square.public_id}" selected>'
    assert chosen in at_work.get(desk(said)).content.decode()
    assert "selected>Stortorget" not in at_work.get(desk(both)).content.decode()
    themes = {"themes": [], "place": str(square.public_id), "revision": 0}
    at_work.post(desk(said), themes)
    said.refresh_from_db()
    assert (said.place, said.is_coded) == (square, True)


def test_one_after_the_other_until_none_waits(at_work, coordinator, row):
    first = voices.voice(coordinator, row, "Mörkt.")
    second = voices.voice(coordinator, row, "Sent tåg.")
    begin = reverse("workspace:code-next", args=[row.public_id])
    assert at_work.get(begin).url == desk(first, "?i-rad=1")
    passed = at_work.get(f"{begin}?efter={first.public_id}")
    assert passed.url == desk(second, "?i-rad=1")
    for said in (first, second):
        answer = at_work.post(desk(said, "?i-rad=1"), {"themes": ["LJUS"], "revision": 0})
        assert answer.url == begin
    assert at_work.get(begin).url == reverse("workspace:occasion", args=[row.public_id])
    assert themes_of(second) == {"LJUS"}


def test_none_of_the_themes_is_an_answer_too(at_work, coordinator, row):
    said = voices.voice(coordinator, row, "Mörkt.")
    at_work.post(desk(said), {"revision": 0})
    said.refresh_from_db()
    assert said.is_coded
    assert themes_of(said) == set()
    listed = reverse("workspace:voices-of", args=[row.public_id])
    assert "Handlar inte om något av temana" in at_work.get(listed).content.decode()


def test_two_who_code_the_same_voice_lose_nothing(at_work, coordinator, row):
    said = voices.voice(coordinator, row, "Mörkt.")
    services.code_voice(coordinator, said, themes=["RESA"], place=None, revision=0, now=NOW)
    late = at_work.post(desk(said), {"themes": ["LJUS"], "revision": 0})
    page = late.content.decode()
    assert late.status_code == 422
    assert "<del>resor</del>" in page
    assert "<ins>belysning</ins>" in page
    assert themes_of(said) == {"RESA"}
    at_work.post(desk(said), {"themes": ["LJUS"], "revision": 1})
    assert themes_of(said) == {"LJUS"}


def test_words_become_a_quote_and_are_no_longer_one(at_work, coordinator, row):
    said = voices.voice(coordinator, row, "Tänd lampan.")
    address = reverse("workspace:quote-voice", args=[row.public_id, said.public_id])
    for wanted in ("yes", "no"):
        at_work.post(address, {"quote": wanted})
        said.refresh_from_db()
        assert said.is_quote is (wanted == "yes")
    held = voices.voice(coordinator, row, "Anna Svensson stör.")
    address = reverse("workspace:quote-voice", args=[row.public_id, held.public_id])
    page = at_work.post(address, {"quote": "yes"}, follow=True).content.decode()
    assert "kan inte citeras än" in page


def test_held_words_are_neither_coded_nor_listed(at_work, coordinator, row):
    voices.voice(coordinator, row, "Anna Svensson stör.")
    listed = reverse("workspace:voices-of", args=[row.public_id])
    assert "Svensson" not in at_work.get(listed).content.decode()
    begin = reverse("workspace:code-next", args=[row.public_id])
    assert at_work.get(begin).url == reverse("workspace:occasion", args=[row.public_id])


def test_the_list_asks_the_same_however_many_there_are(
    at_work, coordinator, row, django_assert_max_num_queries
):
    listed = reverse("workspace:voices-of", args=[row.public_id])
    for nr in range(30):
        said = voices.voice(coordinator, row, f"Mörkt {nr}.")
        services.code_voice(
            coordinator, said, themes=["LJUS"], place=None, revision=0, now=NOW
        )
    with django_assert_max_num_queries(12):
        page = at_work.get(listed).content.decode()
    assert page.count("belysning</p>") == 30


def test_the_list_is_narrowed_to_a_theme_a_word_and_quotes(at_work, coordinator, row):
    light = voices.voice(coordinator, row, "Mörkt på torget.")
    voices.voice(coordinator, row, "Sent tåg.")
    services.code_voice(
        coordinator, light, themes=["LJUS"], place=None, revision=0, now=NOW
    )
    services.quote(coordinator, light, is_quote=True, now=NOW)
    listed = reverse("workspace:voices-of", args=[row.public_id])
    for query in ("theme=LJUS", "text=torget", "which=quotes"):
        page = at_work.get(f"{listed}?{query}").content.decode()
        assert "Mörkt på torget." in page, query
        assert "Sent tåg." not in page, query
    waits = at_work.get(f"{listed}?which=waits").content.decode()
    assert "Sent tåg." in waits
    assert "Mörkt på torget." not in waits
