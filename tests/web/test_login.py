"""Signing in and out: one sentence for every mistake, and on to the workspace alone."""

import re

import pytest
from django.test import Client
from django.test.utils import override_settings

from handslag.web.login import onward
from tests import make

PASSWORD = "en lång och hemlig mening"


@pytest.fixture
def someone(db):
    return make.person("Samordnare", "samordnare@example.org", PASSWORD)


def token(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


def sign_in(client: Client, address="/logga-in/", **said):
    words = {
        "email": "samordnare@example.org",
        "password": PASSWORD,
        "token": token(client, address),
        **said,
    }
    return client.post(address, words)


def test_whoever_signs_in_goes_on_to_the_page_they_wanted(someone, visitor):
    response = sign_in(visitor, "/logga-in/?vidare=/arbete/stil/%3Fa%3D1")
    assert response.status_code == 302
    sent = visitor.get("/logga-in/?vidare=/arbete/stil/%3Fa%3D1").content.decode()
    assert 'name="vidare" value="/arbete/stil/?a=1"' in sent


def test_the_cookies_lie_under_the_workspace_alone(someone, visitor):
    response = sign_in(visitor, vidare="/arbete/stil/")
    assert response.headers["Location"] == "/arbete/stil/"
    assert {cookie["path"] for cookie in response.cookies.values()} == {"/arbete/"}
    assert response.cookies["sessionid"]["httponly"]
    assert response.cookies["sessionid"]["samesite"] == "Strict"
    assert visitor.get("/arbete/stil/").status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "fel"},
        {"email": "ingen@example.org"},
        {"email": "SAMORDNARE@example.org ", "password": "fel"},
    ],
)
def test_a_wrong_address_and_a_wrong_password_sound_the_same(someone, visitor, wrong):
    response = sign_in(visitor, **wrong)
    assert response.status_code == 422
    page = response.content.decode()
    assert "E-postadressen eller lösenordet stämmer inte." in page
    assert "fel" not in re.findall(r'type="password"[^>]*value="([^"]*)"', page)
    assert not response.cookies


def test_the_address_may_be_written_with_large_letters(someone, visitor):
    assert sign_in(visitor, email=" Samordnare@Example.org").status_code == 302


def test_someone_whose_account_is_ended_does_not_get_in(someone, visitor):
    someone.is_active = False
    someone.save()
    assert sign_in(visitor).status_code == 422


def test_five_mistakes_lock_the_door_with_a_sentence(someone, visitor):
    for _ in range(5):
        response = sign_in(visitor, password="fel")
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "900"
    assert "För många försök" in response.content.decode()
    assert "Vänta 15 minuter och försök igen." in response.content.decode()
    assert sign_in(visitor).status_code == 429


def test_a_form_from_elsewhere_is_refused(someone, visitor):
    sent = {"email": "a", "password": "b", "token": token(visitor, "/logga-in/")}
    abroad = Client(headers={"Sec-Fetch-Site": "cross-site"})
    assert abroad.post("/logga-in/", sent).status_code == 403


def test_a_form_without_its_token_says_send_once_more(someone, visitor):
    response = sign_in(visitor, token="påhittat")
    assert response.status_code == 422
    assert "Skicka en gång till" in response.content.decode()


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "https://ond.example/arbete/",
        "//ond.example/arbete/",
        "/arbete",
        "/degerfors/",
        "/arbete/../logga-in/",
        "/arbete/%2e%2e/hemligt/",
        "/arbete/..%2f",
        "/arbete/\\..\\ond.example",
        "\\\\ond.example",
        "/arbete/\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "/arbete/logga-ut/",
    ],
)
def test_the_way_on_never_leads_out_of_the_workspace(wanted):
    assert onward(wanted) == "/arbete/"


def test_the_way_on_keeps_what_was_asked_for():
    assert onward("/arbete/loften/?sida=2#a") == "/arbete/loften/?sida=2#a"


def test_whoever_signs_out_is_out(coordinator, signed_in):
    browser = signed_in(coordinator)
    assert browser.get("/arbete/logga-ut/").status_code == 405
    assert browser.post("/arbete/logga-ut/").headers["Location"] == "/"
    assert browser.get("/arbete/stil/").status_code == 302


def test_the_page_is_kept_by_nobody_and_found_by_nobody(db, visitor):
    response = visitor.get("/logga-in/")
    assert "no-store" in response.headers["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert "Demonstrationens konton" not in response.content.decode()


def test_a_demonstration_shows_its_accounts(db, visitor):
    accounts = [("Samordnare (demo)", "samordnare@handslag.example")]
    with override_settings(DEMO=True, DEMO_ACCOUNTS=accounts, DEMO_PASSWORD="visas"):
        page = visitor.get("/logga-in/").content.decode()
    assert "samordnare@handslag.example" in page
    assert "<code>visas</code>" in page


def test_english_signs_in_as_well(someone, visitor):
    assert "Sign in" in visitor.get("/en/logga-in/").content.decode()
    assert sign_in(visitor, "/en/logga-in/").status_code == 302
