"""The demo shows what would have been sent. Nowhere else is it shown."""

from handslag.core.mail.services import post_letter, post_text
from tests.web.pages import opened


def test_letters_and_text_messages_are_read_as_they_would_be_received(reading, settings):
    settings.DEMO = True
    post_letter(
        to="chef@example.org", subject="Godkänn", body="Läs: http://x.example/godkann/1/"
    )
    post_text(to="070", body="Er kod är 7F3K")
    letters = opened(reading, "/arbete/utkorg/")
    assert letters.says("Godkänn")
    assert "http://x.example/godkann/1/" in letters.links
    assert not letters.says("7F3K")
    assert opened(reading, "/arbete/utkorg/?slag=sms").says("Er kod är 7F3K")
    assert "/arbete/utkorg/" in opened(reading, "/arbete/").links


def test_outside_the_demo_there_is_no_such_page(reading, settings):
    settings.DEMO = False
    assert reading.get("/arbete/utkorg/").status_code == 404
    assert "/arbete/utkorg/" not in opened(reading, "/arbete/").links
