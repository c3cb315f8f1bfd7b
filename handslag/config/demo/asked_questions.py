"""What the made-up survey of Östhammar asks, in Swedish and English."""

from handslag.domain.surveys.rules import (
    OTHER,
    Background,
    Condition,
    Option,
    Question,
    QuestionKind,
    Questionnaire,
    Row,
    Section,
)

AREAS = {
    "osthammar": ("Östhammar", "Östhammar"),
    "gimo": ("Gimo", "Gimo"),
    "alunda": ("Alunda", "Alunda"),
    "osterbybruk": ("Österbybruk", "Österbybruk"),
    "oregrund": ("Öregrund", "Öregrund"),
    "landet": ("Övriga kommunen", "The rest of the municipality"),
}


def _options(*words: tuple[str, str], apart: int = 0) -> tuple[Option, ...]:
    """Options with keys 1, 2, 3 …; the last `apart` of them stand outside the scale."""
    return tuple(
        Option(str(nr), {"sv": sv, "en": en}, nr > len(words) - apart)
        for nr, (sv, en) in enumerate(words, 1)
    )


_SAFE = _options(
    ("Mycket trygg", "Very safe"),
    ("Ganska trygg", "Fairly safe"),
    ("Ganska otrygg", "Fairly unsafe"),
    ("Mycket otrygg", "Very unsafe"),
    ("Vet inte", "Do not know"),
    apart=1,
)
YES_NO = _options(("Ja", "Yes"), ("Nej", "No"), ("Vet inte", "Do not know"), apart=1)

SAFETY = Section(
    "trygg",
    {"sv": "Trygghet", "en": "Safety"},
    questions=(
        Question(
            "tryggvar",
            QuestionKind.MATRIX,
            {"sv": "Hur trygg känner du dig …", "en": "How safe do you feel …"},
            options=_SAFE,
            rows=(
                Row("hemma", {"sv": "hemma", "en": "at home"}),
                Row("omradet", {"sv": "där du bor", "en": "where you live"}),
                Row("kommunen", {"sv": "i kommunen i stort", "en": "in the municipality"}),
            ),
            bank="safe_where",
        ),
        Question(
            "senkvall",
            QuestionKind.SCALE,
            {
                "sv": "Hur trygg känner du dig om du går ut ensam sent en kväll"
                " där du bor?",
                "en": "How safe do you feel if you go out alone late in the evening"
                " where you live?",
            },
            options=(
                *_SAFE[:4],
                Option(
                    "5",
                    {
                        "sv": "Går inte ut för att det är otryggt",
                        "en": "I stay in, as it is unsafe",
                    },
                ),
                Option(
                    "6",
                    {
                        "sv": "Går inte ut av andra skäl",
                        "en": "I stay in for other reasons",
                    },
                    is_apart=True,
                ),
            ),
            is_required=True,
            bank="safe_late_evening",
        ),
        Question(
            "brott",
            QuestionKind.MULTIPLE,
            {
                "sv": "Vilka brott är du orolig för att råka ut för?",
                "en": "Which crimes do you worry about?",
            },
            options=(
                *_options(
                    ("Inbrott", "Burglary"),
                    ("Stöld av båt eller båtmotor", "Theft of a boat or its engine"),
                    ("Bedrägeri", "Fraud"),
                    ("Skadegörelse", "Vandalism"),
                    ("Våld", "Violence"),
                    ("Inget av dem", "None of these"),
                    apart=1,
                ),
                Option(OTHER, {"sv": "Annat", "en": "Something else"}),
            ),
            bank="crimes_feared",
        ),
        Question(
            "annanvag",
            QuestionKind.SINGLE,
            {
                "sv": "Har du det senaste året valt en annan väg för att det kändes"
                " otryggt?",
                "en": "Have you in the last year taken another way because it felt unsafe?",
            },
            options=YES_NO,
            bank="chose_another_way",
        ),
    ),
)
PROBLEMS = Section(
    "problem",
    {"sv": "Området där du bor", "en": "The area where you live"},
    questions=(
        Question(
            "problem",
            QuestionKind.MATRIX,
            {
                "sv": "Hur stort problem är det här i området där du bor?",
                "en": "How big a problem is this in the area where you live?",
            },
            options=tuple(
                Option(key, {"sv": sv, "en": en}, key == "dont_know")
                for key, sv, en in (
                    ("none", "Inget problem", "No problem"),
                    ("small", "Litet problem", "A small problem"),
                    ("rather_big", "Ganska stort problem", "A rather big problem"),
                    ("very_big", "Mycket stort problem", "A very big problem"),
                    ("dont_know", "Vet inte", "Do not know"),
                )
            ),
            rows=(
                Row("litter", {"sv": "Nedskräpning", "en": "Litter"}),
                Row(
                    "speeding",
                    {"sv": "Bilar som kör för fort", "en": "Cars that go too fast"},
                ),
                Row(
                    "mopeds",
                    {"sv": "Buskörning med moped", "en": "Reckless moped riding"},
                ),
            ),
            bank="problems",
        ),
    ),
)
PLACES = Section(
    "platser",
    {"sv": "Platser", "en": "Places"},
    questions=(
        Question(
            "undvika",
            QuestionKind.PLACE,
            {
                "sv": "Finns det en plats som du undviker? Visa var.",
                "en": "Is there a place that you avoid? Show where.",
            },
            shown_if=Condition("annanvag", ("1",)),
            most=2,
            bank="places_avoided",
        ),
        Question(
            "varfor",
            QuestionKind.LONG,
            {
                "sv": "Vad skulle göra det tryggare?",
                "en": "What would make it safer?",
            },
            bank="what_would_help",
        ),
    ),
)
PROMISE = Section(
    "loftet",
    {"sv": "Medborgarlöftet", "en": "The citizen promise"},
    questions=(
        Question(
            "kanner",
            QuestionKind.SINGLE,
            {
                "sv": "Känner du till kommunens och polisens medborgarlöfte?",
                "en": "Do you know the citizen promise of the municipality and the police?",
            },
            options=_options(("Ja", "Yes"), ("Nej", "No")),
            bank="knows_promise",
        ),
        Question(
            "brysig",
            QuestionKind.SCALE,
            {
                "sv": "Hur väl tycker du att kommun och polis bryr sig om problemen"
                " där du bor?",
                "en": "How well do you think the municipality and the police care about"
                " the problems where you live?",
            },
            options=_options(
                ("Mycket väl", "Very well"),
                ("Ganska väl", "Fairly well"),
                ("Ganska dåligt", "Fairly badly"),
                ("Mycket dåligt", "Very badly"),
                ("Vet inte", "Do not know"),
                apart=1,
            ),
            bank="cares_about_problems",
        ),
    ),
)
ABOUT = Section(
    "omdig",
    {"sv": "Om dig", "en": "About you"},
    questions=(
        Question(
            "kon",
            QuestionKind.SINGLE,
            {"sv": "Är du …", "en": "Are you …"},
            options=_options(
                ("Kvinna", "A woman"), ("Man", "A man"), ("Annat", "Something else")
            ),
            background=Background.SEX,
            bank="sex",
        ),
        Question(
            "alder",
            QuestionKind.SINGLE,
            {"sv": "Hur gammal är du?", "en": "How old are you?"},
            options=_options(
                ("16–29 år", "16–29"),
                ("30–49 år", "30–49"),
                ("50–64 år", "50–64"),
                ("65–85 år", "65–85"),
            ),
            background=Background.AGE,
            bank="age_class",
        ),
    ),
)
ASKED = Questionnaire(
    languages=("sv", "en"),
    intro={
        "sv": "Vi frågar hur tryggt det är i kommunen. Svaren blir"
        " underlag för nästa års medborgarlöfte.",
        "en": "We ask how safe it is in the municipality. The answers are used for next"
        " year's citizen promise.",
    },
    thanks={
        "sv": "I december berättar vi vad ni sa, och i februari vad vi lovar.",
        "en": "In December we tell what you said, and in February what we promise.",
    },
    sections=(SAFETY, PROBLEMS, PLACES, PROMISE, ABOUT),
)
