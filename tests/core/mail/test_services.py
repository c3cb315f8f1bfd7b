from datetime import timedelta
from smtplib import SMTPServerDisconnected
from threading import Lock

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from handslag.core.access import system
from handslag.core.accounts.models import Person
from handslag.core.audit import services as audit
from handslag.core.audit.queries import latest_head
from handslag.core.mail import queries, rules, services
from handslag.core.mail.models import Message
from tests.together import at_once

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
sent_texts: list[tuple[str, str]] = []


def send_text(to: str, body: str) -> None:
    """A provider of text messages."""
    sent_texts.append((to, body))


class Broken(BaseEmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, email_messages):
        raise SMTPServerDisconnected("user@example.org was refused")


class Unkind(BaseEmailBackend):
    """Refuses one address and takes the others."""

    def send_messages(self, email_messages):
        for message in email_messages:
            if message.to == ["bad@example.org"]:
                raise KeyError(message.to)
            mail.outbox.append(message)


@pytest.fixture(autouse=True)
def server(settings):
    """A mail server is named, and its letters lie in mail.outbox."""
    settings.EMAIL_HOST = "mail.example"
    settings.DEFAULT_FROM_EMAIL = "Handslag <handslag@kommun.example>"
    sent_texts.clear()


def letter(to: str = "anna@example.org", **changed: str) -> Message:
    given = {"subject": "Godkänn", "body": "Läs här:\nhttps://kommun.example/"} | changed
    return services.post_letter(to=to, **given)


def test_a_letter_is_a_row_first_and_is_sent_once(now):
    letter()
    assert mail.outbox == []
    assert [services.send_due(now), services.send_due(now)] == [1, 0]
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["anna@example.org"], "Godkänn")
    assert sent.body.startswith("Läs här:\nhttps://kommun.example/\n")
    assert sent.content_subtype == "plain"
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"


def test_a_sent_letter_keeps_its_number_but_not_its_words(now):
    row = letter()
    services.send_due(now)
    row.refresh_from_db()
    assert (row.state, row.body, row.sent_at) == ("sent", "", now)
    assert mail.outbox[0].extra_headers["Message-ID"] == f"<{row.public_id}@kommun.example>"


@pytest.mark.django_db(transaction=True)
def test_nothing_is_sent_about_what_was_rolled_back(now):
    with transaction.atomic():
        letter()
        transaction.set_rollback(True)
    assert services.send_due(now) == 0


def test_each_letter_says_where_the_log_stands(now):
    assert "-- " not in letter().body
    person = Person.objects.create(email="a@example.org", name="A")
    audit.record(system("test"), "tried", person)
    audit.seal_waiting(now=now)
    head = latest_head()
    assert head is not None
    foot = letter().body.rpartition("\n-- \n")[2].splitlines()
    assert foot == [
        "Spara brevet: raden nedanför kan visa om vår logg har ändrats.",
        f"{head.no}: {head.hash}",
    ]


def test_a_subject_cannot_add_a_line_to_the_head_of_a_letter(now):
    letter(subject="Hej\r\nBcc: alla@example.org")
    services.send_due(now)
    assert mail.outbox[0].subject == "Hej Bcc: alla@example.org"


def test_without_a_mail_server_letters_are_shown_in_the_outbox_and_stay_there(
    now, settings
):
    settings.EMAIL_HOST = ""
    row = letter()
    assert services.send_due(now) == 0
    row.refresh_from_db()
    assert row.state == "shown"
    assert "Läs här" in row.body
    settings.EMAIL_HOST = "mail.example"  # a month later: nobody gets an old letter
    assert services.send_due(now + timedelta(days=30)) == 0
    assert mail.outbox == []


def test_text_messages_go_their_own_way(now, settings):
    shown = services.post_text(to="+46701234567", body="Kod: AB34CD")
    services.send_due(now)
    shown.refresh_from_db()
    assert (shown.state, shown.body) == ("shown", "Kod: AB34CD")
    settings.SMS_BACKEND = f"{__name__}.send_text"
    sent = services.post_text(to="+46701234567", body="Kod: EF67GH")
    assert services.send_due(now) == 1
    sent.refresh_from_db()
    assert (sent.state, sent.body) == ("sent", "")
    assert sent_texts == [("+46701234567", "Kod: EF67GH")]


def test_a_letter_that_did_not_leave_is_tried_again_later(now, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    row = letter()
    assert services.send_due(now) == 0
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("waiting", 1)
    assert row.fault == "SMTPServerDisconnected"
    assert row.next_at == now + timedelta(seconds=30)
    assert services.send_due(now + timedelta(seconds=29)) == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert services.send_due(now + timedelta(seconds=30)) == 1
    assert len(mail.outbox) == 1


def test_a_letter_is_given_up_in_the_end_and_the_operator_sees_it(now, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    row = letter()
    for _ in range(rules.MOST_ATTEMPTS + 2):
        services.send_due(now)
        now += timedelta(hours=5)
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("failed", rules.MOST_ATTEMPTS)
    assert list(queries.failed()) == [row]


def test_a_letter_that_cannot_leave_does_not_stop_the_next(now, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Unkind"
    letter("bad@example.org")
    letter("good@example.org")
    assert services.send_due(now) == 1
    assert mail.outbox[0].to == ["good@example.org"]


def test_neither_address_nor_words_are_written_in_the_program_s_log(now, settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    letter()
    services.send_due(now)
    assert "SMTPServerDisconnected" in caplog.text
    assert "example.org" not in caplog.text


def test_a_letter_left_behind_by_a_dead_worker_is_sent_by_the_next(now):
    row = letter()
    Message.objects.update(state="sending", claimed_at=now, attempts=1)
    assert services.send_due(now + 10 * MINUTE) == 0
    assert services.send_due(now + 11 * MINUTE) == 1
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("sent", 2)


class Counted(BaseEmailBackend):
    """Counts; as slow as it takes for two workers to meet."""

    lock = Lock()
    sent: list[str] = []

    def send_messages(self, email_messages):
        with self.lock:
            self.sent.extend(message.subject for message in email_messages)


@pytest.mark.django_db(transaction=True)
def test_workers_side_by_side_send_each_letter_once(now, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Counted"
    Counted.sent.clear()
    for number in range(40):
        letter(subject=f"Brev {number}")
    counts = at_once(*[lambda: services.send_due(now)] * 4)
    assert sum(int(str(count)) for count in counts) == 40
    assert sorted(Counted.sent) == sorted(f"Brev {number}" for number in range(40))
    assert not Message.objects.exclude(state="sent").exists()


def test_the_outbox_shows_the_latest_first_and_can_be_narrowed(now):
    first = letter(about="promise_set")
    second = services.post_text(to="+4670", body="Kod", about="promise_set")
    third = letter(about="other")
    assert list(queries.outbox()) == [third, second, first]
    assert list(queries.outbox(about="promise_set")) == [second, first]
    assert list(queries.outbox(channel="sms")) == [second]
