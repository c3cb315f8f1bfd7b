import pytest
from django.core.checks import run_checks
from django.core.management import call_command

GOOD = {
    "HTTPS": True,
    "PUBLIC_ADDRESS": "https://handslag.kommun.example:8443/",
    "ALLOWED_HOSTS": ["handslag.kommun.example"],
    "DEBUG": False,
    "DEMO": False,
    "EMAIL_HOST": "mail.kommun.example",
    "DEFAULT_FROM_EMAIL": "Handslag <handslag@kommun.se>",
}


@pytest.fixture
def production(settings, monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "x" * 60)
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "staticfiles.json").touch()
    for name, value in GOOD.items():
        setattr(settings, name, value)
    return settings


def ours() -> list[str]:
    return [
        str(message.id)
        for message in run_checks(include_deployment_checks=True)
        if str(message.id).startswith("handslag.")
    ]


def test_an_installation_that_is_set_up_is_let_through(production):
    assert ours() == []


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("HTTPS", False, "handslag.E002"),
        ("DEBUG", True, "handslag.E003"),
        ("DEMO", True, "handslag.E004"),
        ("EMAIL_HOST", "", "handslag.E005"),
        ("DEFAULT_FROM_EMAIL", "handslag@handslag.example", "handslag.E006"),
        ("ALLOWED_HOSTS", ["*"], "handslag.E007"),
        ("ALLOWED_HOSTS", ["localhost"], "handslag.E008"),
    ],
)
def test_each_default_is_refused(production, name, value, fault):
    setattr(production, name, value)
    assert fault in ours()


def test_a_key_made_at_the_first_start_is_not_enough(production, monkeypatch):
    monkeypatch.delenv("SECRET_KEY")
    assert ours() == ["handslag.E001"]


@pytest.mark.parametrize(
    ("name", "fault"),
    [("LOCALE_PATHS", "handslag.E009"), ("STATIC_ROOT", "handslag.E010")],
)
def test_what_has_been_forgotten_is_named(production, name, fault, tmp_path):
    nowhere = tmp_path / "nowhere"
    setattr(production, name, [nowhere] if name == "LOCALE_PATHS" else nowhere)
    assert ours() == [fault]


def test_a_whole_domain_may_be_allowed(production):
    production.ALLOWED_HOSTS = [".kommun.example"]
    assert ours() == []


def test_a_laptop_is_not_asked():
    call_command("check")
