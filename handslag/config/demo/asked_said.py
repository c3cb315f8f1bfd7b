"""What the made-up survey's made-up respondents wrote, and where the areas lie."""

# Degrees of the middle of each area (GeoNames), in the order of the areas.
WHERE = (
    (18.3715, 60.2589),
    (18.1826, 60.1736),
    (18.0817, 60.0636),
    (17.9045, 60.1976),
    (18.4375, 60.3415),
    (18.2500, 60.2000),
)
SAID = (
    "Mer belysning på gångvägen mellan skolan och idrottshallen.",
    "Fler vuxna ute på kvällarna.",
    "Att polisen syns ibland, inte bara när något har hänt.",
    "Klipp ner buskarna vid tunneln.",
    "Lampan vid busshållplatsen har varit trasig länge.",
    "Något för ungdomarna att göra på fredagar.",
    "Lägre fart genom samhället. Det är många som kör för fort.",
    "Grannsamverkan där vi bor.",
    "Bättre lås och mer ljus i hamnen, båtmotorer försvinner.",
    "Fritidsgården borde ha öppet senare.",
    "Städa runt torget. Det ligger glas och skräp varje helg.",
    "A-traktorerna stör sent på kvällarna.",
    "Svar när man har anmält något. Man hör aldrig något mer.",
    "Det är tryggt här. Vi trivs.",
    "Informera äldre om bedrägerier på telefon.",
    "Bättre sikt vid parkeringen bakom affären.",
    "Mer personal i skolan på rasterna.",
    "Väntsalen borde vara öppen på kvällen.",
    "Kameror vid stationen.",
    "Att någon gör något åt klottret.",
    "Nattvandrare, som förr.",
    "Snöröjning på gångvägarna, annars går man i vägen i mörkret.",
    "Berätta vad kommunen och polisen har gjort.",
    "Ljus på elljusspåret även efter klockan tio.",
)
# What stands on the page of a wave. Made up, as the answers are.
SAID_IN_SHORT = (
    "Ungefär var femte är otrygg ute sent på kvällen. Fler kvinnor än män är det. "
    "Färre än var tredje känner till medborgarlöftet."
)
TO_READ = (
    "Ett slumpmässigt urval av dem som är 16–85 år fick brev, 400 i varje område. "
    "Påhittat för demonstrationen."
)
TOLD = (
    "Ni sa att det är otryggt ute sent. Vi lovar att synas mer på fredagar och lördagar "
    "under 2026, och frågar igen i oktober."
)
