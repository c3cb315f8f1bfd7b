"""A file of figures through its pages: sent in, looked at, read in, taken back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.domain.series.models import SentFile, Series, Value

LIST = "/arbete/indikatorer/hamta-in/"
YEARLY = (
    "2024;Degerfors;stold;9\r\n2024;Degerfors;inbrott;många\r\n2025;Degerfors;stold;12\r\n"
)


@pytest.fixture
def client(signed_in, coordinator):
    return signed_in(coordinator)


def sent(client, kind, content, **more):
    file = SimpleUploadedFile("siffror.csv", content.encode())
    return client.post(LIST, {"kind": kind, "file": file, **more}, follow=True)


def press(client, to):
    one = SentFile.objects.get()
    where = f"{LIST}{one.public_id}/{to}/"
    return client.post(where, {"revision": one.revision}, follow=True).content.decode()


def test_a_file_is_looked_at_read_in_and_taken_back(client):
    page = sent(client, "bra_yearly", YEARLY).content.decode()
    assert "2 nya värden. 1 utelämnas." in page
    assert "inget tal som bara kan läsas på ett sätt" in page
    assert not Value.objects.exists()
    assert "Filen är inläst." in press(client, "las-in")
    assert Value.objects.count() == 2
    assert "2 värden är tillbakatagna." in press(client, "ta-tillbaka")
    assert not Value.objects.exists()
    assert "tillbakatagen" in client.get(LIST).content.decode()


def test_a_table_says_its_columns_first_with_its_first_rows_shown(client):
    page = sent(client, "table", "Kommun;År;Antal\nDegerfors;2024;4\n")
    where = page.redirect_chain[-1][0]
    assert where.endswith("/kolumner/")
    assert "Degerfors" in page.content.decode()
    given = {"name": "Vandringar", "unit": "", "area": "Kommun", "revision": 0}
    refused = client.post(where, given)
    assert refused.status_code == 422
    assert 'value="Vandringar"' in refused.content.decode()
    given |= {"unit": "st", "period": "År", "amount": "Antal"}
    told = client.post(where, given, follow=True).content.decode()
    assert "1 nytt värde." in told
    press(client, "las-in")
    assert Series.objects.get().owner is not None


def test_what_is_refused_says_what_to_do_and_keeps_what_was_chosen(client):
    page = sent(client, "population", "kommunkod;antal\n1862;9290\n")
    assert page.status_code == 422
    assert "Skriv året intill filen." in page.content.decode()
    assert 'value="population" required checked' in " ".join(
        page.content.decode().replace('id="id_kind_4"', "").split()
    )


def test_a_file_is_thrown_away(client):
    sent(client, "bra_yearly", YEARLY)
    assert "Filen är borttagen." in press(client, "slang")
    assert not SentFile.objects.exists()
