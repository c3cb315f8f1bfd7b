"""The pages of cooperation agreements."""

from collections.abc import Mapping

from handslag.domain.agreements.models import Agreement, AgreementFollowUp

PUBLIC = (
    "/degerfors/overenskommelse/",
    "/asele/overenskommelse/2019-2022/",
    "/hallefors/overenskommelse/",
    "/en/karlskoga/overenskommelse/",
)
AT_WORK: Mapping[str, tuple[str, ...]] = {
    "samordnare": (
        "/arbete/overenskommelser/",
        "/arbete/overenskommelser/ny/",
        "/arbete/overenskommelser/{agreement}/",
        "/arbete/overenskommelser/{agreement}/filer/",
        "/arbete/overenskommelser/{agreement}/engelska/",
        "/arbete/overenskommelser/{agreement}/uppfoljning/",
        "/arbete/overenskommelser/{agreement}/omgangar/",
        "/arbete/overenskommelser/{agreement}/fornya/",
        "/arbete/overenskommelser/{agreement}/avsluta/",
    ),
    "asele": (
        "/arbete/overenskommelser/{written_agreement}/",
        "/arbete/overenskommelser/{written_agreement}/ord/",
        "/arbete/overenskommelser/{written_agreement}/innehall/",
        "/arbete/overenskommelser/{written_agreement}/parter/",
        "/arbete/overenskommelser/{written_agreement}/ataganden/",
        "/arbete/overenskommelser/{written_agreement}/be-om-godkannande/",
        "/arbete/overenskommelser/{written_agreement}/fran-papper/",
    ),
    "hallefors": (
        "/arbete/overenskommelser/{asked_agreement}/",
        "/arbete/overenskommelser/{asked_agreement}/ta-tillbaka/",
        "/arbete/overenskommelser/{asked_agreement}/bjud-in/",
        "/arbete/overenskommelser/{asked_agreement}/version/1/",
        "/arbete/overenskommelser/{asked_agreement}/logg/",
    ),
    "polischef": ("/arbete/overenskommelser/{asked_agreement}/svara/",),
    "karlskoga": (
        "/arbete/overenskommelser/{joint_agreement}/uppfoljning/{agreement_told}/",
        "/arbete/overenskommelser/{joint_agreement}/uppfoljning/{agreement_told}/publicera/",
    ),
}
NOT_PAGES = frozenset(
    {"workspace:agreement-file", "workspace:agreement-detach", "public:agreement_file"}
)


def words() -> Mapping[str, str]:
    """The one of Degerfors, the draft of Åsele, and the follow-up that is begun."""
    told = AgreementFollowUp.objects.get(published_at=None)
    settled = Agreement.objects.filter(version__isnull=False)
    return {
        "agreement": str(settled.get(home__code="1862").public_id),
        "written_agreement": str(Agreement.objects.get(state="draft").public_id),
        "asked_agreement": str(Agreement.objects.get(state="in_approval").public_id),
        "joint_agreement": str(told.agreement.public_id),
        "agreement_told": str(told.public_id),
    }
