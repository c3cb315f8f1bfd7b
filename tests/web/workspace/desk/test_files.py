"""A file from another system, from the desk to the list of reports and back again."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.domain.incidents.models import Batch, BatchRow, Incident, Report
from tests.web.pages import opened, sent
from tests.web.workspace.desk.workbook import workbook

START = "/arbete/mottagning/"
CSV = """\
Ärendenummer;Datum;Typ;Beskrivning;Ost;Nord;Läge
A1;2026-02-14;Klotter;Muren vid gången;468112;6566040;Ny
A2;2026-02-15;Lyse;Ring Bo på 070-174 06 05;468405;6566310;Ny
A3;i förrgår;Lyse;Mörkt;468405;6566310;Ny
"""


def _file(content: bytes, name: str = "ut.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def _sent_in(client, municipality, content: bytes, name: str = "ut.csv"):
    client.post(
        f"{START}{municipality.public_id}/villkor/", {"days": "14", "revision": "0"}
    )
    files = f"{START}{municipality.public_id}/las-in/"
    return files, client.post(
        files, {"system": "Felanmälan", "file": _file(content, name)}, follow=True
    )


def test_a_file_is_read_in_and_taken_back_without_a_script(at_work, municipality):
    files, answer = _sent_in(at_work, municipality, CSV.encode("cp1252"))
    batch = Batch.objects.get()
    one = f"{files}{batch.public_id}/"
    assert answer.redirect_chain[-1][0] == f"{one}kolumner/"
    page = opened(at_work, f"{one}kolumner/")
    # The columns are guessed; what points at a person is not shown as an example.
    assert page.form(having="day").fields["day"] == ["1"]
    assert page.form(having="day").fields["east"] == ["4"]
    assert not page.says("070-174")
    page = sent(at_work, f"{one}kolumner/", status="6")
    # "Klotter" is a kind of ours; "Lyse" has to be said.
    assert page.form(having="kind-0").fields["kind-1"] == ["graffiti"]
    page = sent(at_work, f"{one}varden/", **{"kind-0": "lighting"})
    assert page.says("1 rapport skulle läsas in. 2 rader utelämnas.")
    assert page.says("Dagen går inte att förstå.")
    assert not Report.objects.exists()
    named = opened(at_work, f"{one}?visa=person")
    assert named.says("Raden pekar ut en person.")
    assert not named.says("070-174")

    revision = str(Batch.objects.get().revision)
    read = at_work.post(f"{one}las-in/", {"revision": revision}, follow=True)
    assert "1 rapport är inläst." in read.content.decode()
    assert Incident.objects.get().category.code == "graffiti"
    # Sent twice, as a finger does: nothing more comes of it.
    at_work.post(f"{one}las-in/", {"revision": revision})
    assert Report.objects.count() == 1
    assert not BatchRow.objects.exclude(cells=[]).exists()

    asked = opened(at_work, f"{one}angra/")
    assert asked.says("1 rapport försvinner")
    sent(at_work, f"{one}angra/")
    assert opened(at_work, one).says("Filen är tillbakatagen. Allt är som det var förut.")
    assert not Report.objects.exists()


def test_two_who_choose_columns_at_once_lose_nothing(at_work, municipality):
    files, _answer = _sent_in(at_work, municipality, CSV.encode())
    address = f"{files}{Batch.objects.get().public_id}/kolumner/"
    first = opened(at_work, address).form(having="day")
    sent(at_work, address, inside="outdoors")
    typed = {name: values[0] for name, values in first.fields.items()}
    answer = at_work.post(address, {**typed, "text": "", "inside": "indoors"})
    assert answer.status_code == 422
    assert "Någon annan ändrade" in answer.content.decode()
    assert Batch.objects.get().mapping["inside"] == "outdoors"


def test_a_workbook_is_read_and_a_bomb_is_not(at_work, municipality):
    rows: list[list[object]] = [["Datum", "Adress", "Typ"], [46_340.5, "Torget", "Klotter"]]
    files, _answer = _sent_in(at_work, municipality, workbook(rows), "ut.xlsx")
    assert BatchRow.objects.get().cells == ["2026-11-14 12:00", "Torget", "Klotter"]
    bomb = workbook(rows, strings="x" * 100_000_000)
    assert len(bomb) < 1_000_000
    answer = at_work.post(files, {"system": "Felanmälan", "file": _file(bomb, "b.xlsx")})
    assert answer.status_code == 422
    assert "för stor för att öppnas" in answer.content.decode()
    assert 'value="Felanmälan"' in answer.content.decode()
    assert Batch.objects.count() == 1


def test_the_example_can_be_read_in_as_it_is(at_work, municipality):
    files, _answer = _sent_in(at_work, municipality, CSV.encode())
    example = BytesIO(at_work.get(f"{files}exempel.csv").content).read()
    _sent_in(at_work, municipality, example)
    batch = Batch.objects.order_by("-pk")[0]
    one = f"{files}{batch.public_id}/"
    sent(at_work, f"{one}kolumner/")
    page = sent(at_work, f"{one}varden/", **{"status-1": "fixed"})
    assert page.says("3 rapporter skulle läsas in.")
