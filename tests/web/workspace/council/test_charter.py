"""The rules of procedure as a file: judged by what it holds, fetched by anyone."""

from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.core.audit.models import Entry
from tests.make import council as papers
from tests.web.matrix.parts.agreements import PDF


def a_file(content: bytes) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("reglemente.pdf", content)}


def test_the_rules_are_put_there_replaced_and_taken_away(
    at_work, visitor, coordinator, municipality, police
):
    council = papers.council(coordinator, municipality)
    here, public = f"/arbete/radet/{council.public_id}/reglemente/", "/lundby/radet/"
    refused = at_work.post(here, a_file(b"<html>Inget reglemente</html>"))
    assert refused.status_code == 422
    assert "Filen måste vara en PDF" in refused.content.decode()
    assert visitor.get(f"{public}reglemente/").status_code == 404
    assert at_work.post(here, a_file(PDF)).status_code == 302
    assert b'href="/lundby/radet/reglemente/"' in visitor.get(public).content
    fetched = visitor.get(f"{public}reglemente/")
    assert fetched.content == PDF
    assert fetched["Content-Disposition"] == 'attachment; filename="reglemente-lundby.pdf"'
    newer = PDF + b"% nytt\n%%EOF\n"
    at_work.post(here, a_file(newer))
    assert visitor.get(f"{public}reglemente/").content == newer
    assert at_work.get(f"{here}fil/").content == newer
    at_work.post(here, {"remove": "1"})
    assert visitor.get(f"{public}reglemente/").status_code == 404
    assert b'href="/lundby/radet/reglemente/"' not in visitor.get(public).content
    deeds = Entry.objects.filter(action__startswith="council.charter")
    assert deeds.count() == 3
