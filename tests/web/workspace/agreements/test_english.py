"""The approved words of an agreement in English: written, shown, carried on."""

from handslag.core.approvals.models import Translation
from handslag.core.periods import parse
from handslag.domain.agreements import services
from handslag.domain.agreements.published import texts_of
from tests.make import agreements as made
from tests.web.pages import opened, sent


def test_what_is_translated_is_read_in_english_and_goes_on_with_the_next(
    at_work, settled, visitor, coordinator, now
):
    here = f"/arbete/overenskommelser/{settled.public_id}/engelska/"
    keys = {one.swedish: one.key for one in texts_of(settled.version.content)}
    assert "Lundby kommun" not in keys
    page = opened(at_work, here)
    assert page.says("Minska brottsligheten")
    said = {
        keys["Minska brottsligheten"]: "Reduce crime",
        keys["Trygghet i centrum"]: "Safety in the <centre>",
        keys["Lundby kommun har en kontakt."]: "Lundby has a contact.",
    }
    page = sent(at_work, here, **said)
    assert page.says("Sparat.")
    assert page.says("På engelska nu: 3 av")
    english = visitor.get("/en/lundby/overenskommelse/").content.decode()
    assert "<li>Reduce crime</li>" in english
    assert "Safety in the &lt;centre&gt;" in english
    assert '<span lang="sv">Otrygghet på torget</span>' in english
    assert "Part of the text is translated" in english
    assert (
        "Minska brottsligheten" in visitor.get("/lundby/overenskommelse/").content.decode()
    )
    after = services.renew(
        coordinator,
        settled,
        name="Nästa",
        period=parse("2027-2030"),
        changes="",
        now=now,
    )
    made.settle(after, coordinator)
    carried = Translation.objects.filter(version=after.version)
    assert {one.text for one in carried} >= {"Reduce crime", "Lundby has a contact."}
