"""What nobody may do with an agreement, and the code of the sentence that says so."""

from handslag.domain.agreements import services
from handslag.domain.agreements.rules.drafts import PartyDraft
from tests import make
from tests.make import agreements
from tests.refusing import code_of

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def test_only_parties_undertake_something(coordinator, municipality, police):
    row = agreements.agreement(coordinator, municipality, police)
    other = make.organisation("Bostadsbolaget")
    assert code_of(
        lambda: services.save_commitments(
            coordinator, row, {other.pk: PartyDraft(())}, together=(), revision=row.revision
        )
    ) == ("agreement.not_a_party")


def test_what_is_settled_takes_its_signed_original_once(coordinator, municipality, police):
    row = agreements.settled(coordinator, municipality, police)

    def attach(*, is_signed: bool) -> None:
        services.attach(
            coordinator,
            row,
            title="Originalet",
            is_signed=is_signed,
            name="original.pdf",
            content=PDF,
            now=agreements.NOW,
        )

    assert code_of(lambda: attach(is_signed=False)) == "agreement.only_signed_afterwards"
    attach(is_signed=True)
    assert code_of(lambda: attach(is_signed=True)) == "agreement.already_attached"
