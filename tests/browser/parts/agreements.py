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
        "/arbete/overenskommelser/{agreement}/uppfoljning/",
        "/arbete/overenskommelser/{agreement}/omgangar/",
        "/arbete/overenskommelser/{agreement}/fornya/",
        "/arbete/overenskommelser/{agreement}/avsluta/",
    ),
    "asele": (
        "/arbete/overenskommelser/{draft}/",
        "/arbete/overenskommelser/{draft}/ord/",
        "/arbete/overenskommelser/{draft}/innehall/",
        "/arbete/overenskommelser/{draft}/parter/",
        "/arbete/overenskommelser/{draft}/ataganden/",
        "/arbete/overenskommelser/{draft}/be-om-godkannande/",
        "/arbete/overenskommelser/{draft}/fran-papper/",
    ),
    "hallefors": (
        "/arbete/overenskommelser/{asked}/",
        "/arbete/overenskommelser/{asked}/ta-tillbaka/",
        "/arbete/overenskommelser/{asked}/bjud-in/",
        "/arbete/overenskommelser/{asked}/version/1/",
        "/arbete/overenskommelser/{asked}/logg/",
    ),
    "polischef": ("/arbete/overenskommelser/{asked}/svara/",),
    "karlskoga": (
        "/arbete/overenskommelser/{joint}/uppfoljning/{told}/",
        "/arbete/overenskommelser/{joint}/uppfoljning/{told}/publicera/",
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
        "draft": str(Agreement.objects.get(state="draft").public_id),
        "asked": str(Agreement.objects.get(state="in_approval").public_id),
        "joint": str(told.agreement.public_id),
        "told": str(told.public_id),
    }
