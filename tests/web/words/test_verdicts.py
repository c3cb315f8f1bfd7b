"""Every verdict has its sentence, and the sentences are those of the design."""

import pytest
from django.utils.translation import override

from handslag.statistics.verdicts import KEYS, Verdict
from handslag.web.words import verdicts
from handslag.web.words.facts import Facts
from handslag.web.words.verdicts import told

CHANGE = Facts(212, 262, 1.236, 1.03, 1.48)
FEWER = Facts(after=70, expected=115, change=0.61, low=0.41, high=0.89, area="Norrby")
SHARES = Facts(0.31, 0.251, -0.059, -0.098, -0.02, is_share=True)
VALUE = Facts(change=0.284, low=0.24, high=0.332)

SAID = [
    (
        *(Verdict("up"), CHANGE),
        "Säkerställd ökning. Från 212 till 262 (24 %, osäkerhet 3 till 48 %). Ökningen är"
        " större än vad slumpen brukar ge.",
    ),
    (
        *(Verdict("down"), SHARES),
        "Säkerställd minskning. Från 31 till 25 procent (−6 procentenheter, osäkerhet −10"
        " till −2). Minskningen är större än vad slumpen brukar ge.",
    ),
    (
        *(Verdict("up"), Facts(4, 15, 3.75, 1.3, 14)),
        "Säkerställd ökning. Från 4 till 15. Ökningen är större än vad slumpen brukar ge.",
    ),
    (
        *(Verdict("none"), Facts(96, 104, 1.08, 0.82, 1.43)),
        "Ingen säkerställd förändring. Skillnaden mellan 96 och 104 kan bero på slumpen."
        " Det betyder inte att läget är oförändrat. Förändringen ligger mellan −18 och 43"
        " procent.",
    ),
    (
        *(Verdict("down"), Facts(change=0.96, low=0.93, high=0.99)),
        "Säkerställd minskning. −4 % per år (osäkerhet −7 till −1 %). Minskningen är större"
        " än vad slumpen brukar ge.",
    ),
    (
        *(Verdict("none"), Facts(change=0.99, low=0.93, high=1.05)),
        "Ingen säkerställd förändring. Utvecklingen kan bero på slumpen. Det betyder inte"
        " att läget är oförändrat. Förändringen ligger mellan −7 och 5 procent.",
    ),
    (
        *(Verdict("same"), Facts(4150, 4200, 1.01, 0.97, 1.06)),
        "I stort sett oförändrat. Förändringen är högst 6 procent åt något håll.",
    ),
    (
        *(Verdict("few"), Facts(12, 9, 0.75, 0.3, 1.8, mde=0.68)),
        "För få händelser för att bedöma. Först vid en förändring på ungefär 68 procent"
        " hade den kunnat säkerställas. Titta på flera år tillsammans.",
    ),
    (Verdict("fewans"), Facts(), "För få svar för att redovisa (färre än 30)."),
    (Verdict("weak"), VALUE, "Osäkert värde: 28 procent (mellan 24 och 33)."),
    (Verdict("value"), VALUE, "28 procent. Mellan 24 och 33 procent."),
    (
        *(Verdict("prelim"), Facts(registered=0.92)),
        "Preliminära uppgifter. Cirka 92 procent av anmälningarna brukar vara registrerade"
        " nu.",
    ),
    (
        *(Verdict("report"), Facts()),
        "Fler anmäler. Anmälningarna ökar men enkäten visar inte att fler utsätts. Det kan"
        " vara ett gott tecken.",
    ),
    (
        *(Verdict("dark"), Facts()),
        "Färre anmäler trots att fler uppger sig utsatta. Mörkertalet kan ha ökat.",
    ),
    (
        *(Verdict("effect", "fewer"), FEWER),
        "Troligen effekt: 39 % färre än väntat (11–59), jämfört med Norrby. Andra orsaker"
        " kan inte uteslutas.",
    ),
    (
        *(Verdict("effect", "fewer"), Facts(after=3, expected=12.4, area="Norrby")),
        "Troligen effekt: 3 mot 12 väntade, jämfört med Norrby. Andra orsaker kan inte"
        " uteslutas.",
    ),
    (
        *(Verdict("noeffect", "few"), Facts(mde=0.53)),
        "Ingen säkerställd effekt. Underlaget kunde visa effekter på minst 53 procent.",
    ),
    (Verdict("displ", "moved"), Facts(), "Tecken på omflyttning till närområdet."),
    (Verdict("displ", "none"), Facts(), "Inga tecken på omflyttning till närområdet."),
    (
        *(Verdict("hot"), Facts(after=14, expected=4.2)),
        "Fler händelser här än väntat: 14 mot 4,2 väntade. Kartan visar var anmälda"
        " händelser samlas, inte hur farlig en plats är.",
    ),
    (
        *(Verdict("again"), Facts(after=49, expected=31.5, area="på samma plats")),
        "Det kommer tillbaka på samma plats: 49 par av händelser, mot 32 väntade.",
    ),
    (
        *(Verdict("again", "none"), Facts(after=5, expected=6.2, area="på samma plats")),
        "Det kommer inte tillbaka på samma plats oftare än slumpen ger: 5 par av"
        " händelser, mot 6,2 väntade.",
    ),
    (
        *(Verdict("alarm"), Facts(after=19, limit=11, kind="cykelstölder", week=34)),
        "Oväntat många cykelstölder v. 34: 19, vanligen högst 11.",
    ),
    (Verdict("peers", "higher"), Facts(), "Högre än liknande kommuner."),
    (Verdict("peers", "lower"), Facts(), "Lägre än liknande kommuner."),
    (Verdict("peers", "level"), Facts(), "I nivå med liknande kommuner."),
]


@pytest.mark.parametrize(("found", "facts", "said"), SAID)
def test_the_sentences_are_those_of_the_design(found, facts, said):
    with override("sv"):
        assert told(found, facts).sentence.replace("\xa0", " ") == said


def test_every_key_has_its_sentence_in_both_languages():
    assert {key for key, _variant in verdicts._SENTENCES} == set(KEYS)
    for key, variant in verdicts._SENTENCES:
        said = []
        for language in ("sv", "en"):
            with override(language):
                said.append(told(Verdict(key, variant), CHANGE).sentence)
        assert said[0] != said[1]
        assert not any("%(" in one for one in said)


def test_numbers_are_written_as_the_language_does():
    with override("en"):
        assert told(Verdict("up"), CHANGE).text.startswith(
            "From 212 to 262 (24%, uncertainty 3 to 48%)."
        )
        assert told(Verdict("up", goal="bad"), CHANGE).goal_said
    with override("sv"):
        small = Facts(400, 402, 1.004, 0.996, 1.008)
        assert "0,8 procent" in told(Verdict("same"), small).text
        endless = Facts(30, 0, 0, 0, float("inf"), mde=0.4)
        assert told(Verdict("none"), endless).interval == ""
        unknown = told(Verdict("few"), Facts(0, 3))
        assert unknown.text == "Titta på flera år tillsammans."
