"""Who can sign in to the demonstration. Functions, never people."""

from dataclasses import dataclass

PASSWORD = "handslag-demo"  # noqa: S105 - public on purpose: `check --deploy` refuses DEMO


@dataclass(frozen=True, slots=True)
class Account:
    """One who can sign in: a role in an organisation, named as the country loads it."""

    key: str
    name: str
    organisation: str
    role: str

    @property
    def email(self) -> str:
        return f"{self.key}@handslag.example"


DEGERFORS = "Degerfors kommun"
KARLSKOGA = "Karlskoga kommun"
POLICE = "Lokalpolisområde Karlskoga"
HOUSING = "Degerforsbyggen"

ACCOUNTS = (
    Account("samordnare", "Samordnare, Degerfors (demo)", DEGERFORS, "coordinator"),
    Account("kommunpolis", "Kommunpolis, Karlskoga (demo)", POLICE, "liaison_officer"),
    Account("ordforande", "Ordförande, Degerfors (demo)", DEGERFORS, "approver"),
    Account("polischef", "Lokalpolisområdeschef, Karlskoga (demo)", POLICE, "approver"),
    Account("rapportor", "Rapportör, Degerforsbyggen (demo)", HOUSING, "reporter"),
    Account("bostad", "Nyckelfunktion, Degerforsbyggen (demo)", HOUSING, "coordinator"),
    Account("park", "Rapportör, park och gata, Degerfors (demo)", DEGERFORS, "reporter"),
    Account("kommunikator", "Kommunikatör, Degerfors (demo)", DEGERFORS, "communicator"),
    Account("lasare", "Läsare, Degerfors (demo)", DEGERFORS, "reader"),
    Account("administrator", "Administratör, Degerfors (demo)", DEGERFORS, "administrator"),
    Account("karlskoga", "Samordnare, Karlskoga (demo)", KARLSKOGA, "coordinator"),
    Account("karlskoga-ordforande", "Ordförande, Karlskoga (demo)", KARLSKOGA, "approver"),
    Account("hallefors", "Samordnare, Hällefors (demo)", "Hällefors kommun", "coordinator"),
    Account("asele", "Samordnare, Åsele (demo)", "Åsele kommun", "coordinator"),
    Account(
        "osthammar", "Samordnare, Östhammar (demo)", "Östhammars kommun", "coordinator"
    ),
)
