"""Every public address, on one page: the whole exposed surface.

The addresses are kept for decades. A municipality lies directly under the
first slash, so everything with a name of its own must come before it.
"""

from django.urls import URLPattern, URLResolver, path

from handslag.web import login
from handslag.web.public import (
    about,
    agreements,
    approve,
    bank,
    corrections,
    council,
    est,
    feed,
    finding,
    glossary,
    home,
    indicators,
    maps,
    municipalities,
    municipality,
    own_calendar,
    pictures,
    plans,
    promises,
    search,
)
from handslag.web.public.answering import trial
from handslag.web.public.dialogues import coming as dialogue_coming
from handslag.web.public.dialogues import giving_back as dialogue_places
from handslag.web.public.reporting import letters as report_letters
from handslag.web.public.reporting import outcomes as report_outcomes
from handslag.web.public.reporting import pages as reporting
from handslag.web.public.reporting import receipts as report_receipts
from handslag.web.public.results import pages as results
from handslag.web.public.voices import addresses, taking_part, you_said
from handslag.web.public.voices import letters as said_letters
from handslag.web.public.walks import coming as walk_coming
from handslag.web.public.walks import told as walks

app_name = "public"

# Pages of the site itself: the front page, the list, the bank.
of_the_site: list[URLPattern | URLResolver] = [
    path("", home.front, name="front"),
    path("sok/", search.search, name="search"),
    path("kommuner/", municipalities.municipalities, name="municipalities"),
    path("loftesbanken/", bank.bank, name="bank"),
    path("om/", about.about, name="about"),
    path("ordlista/", glossary.page, name="glossary"),
    path("underlag/<uuid:key>/", finding.page, name="finding"),
    path("underlag/<uuid:key>/bild/<str:sha256>/", finding.picture, name="finding-picture"),
    path("oppna-data/", about.for_machines, name="open_data"),
    path("tillganglighet/", about.accessibility, name="accessibility"),
    path("personuppgifter/", about.privacy, name="privacy"),
    path("handelselogg/", about.log, name="log"),
    path("sitemap.xml", about.sitemap, name="sitemap"),
    path("robots.txt", about.robots, name="robots"),
]

# What a calendar program fetches; the address itself is the secret.
for_calendars: list[URLPattern | URLResolver] = [
    path("kalender/<str:token>.ics", own_calendar.file, name="own-calendar"),
]

# Where people write to us: sign-in, an approver's answer, a correction.
with_a_form: list[URLPattern | URLResolver] = [
    path("logga-in/", login.sign_in, name="sign_in"),
    path("undersokning/prova/<str:link>/", trial.page, name="try-survey"),
    path("godkann/<str:token>/", approve.approve, name="approve"),
    path(
        "rattelse/<slug:municipality>/<slug:period>/",
        corrections.correction,
        name="correction",
    ),
]

# Pages of one municipality. Any first word that is not taken above ends up here.
of_a_municipality: list[URLPattern | URLResolver] = [
    path("<slug:municipality>/", municipality.page, name="municipality"),
    path("<slug:municipality>/folj/", municipality.follow, name="follow"),
    path("<slug:municipality>/flode.xml", feed.news, name="feed"),
    path("<slug:municipality>/rapportera/", reporting.start, name="report"),
    path("<slug:municipality>/rapportera/ny/", reporting.new, name="report-new"),
    path(
        "<slug:municipality>/rapportera/kvitto/",
        report_receipts.page,
        name="report-receipt",
    ),
    path(
        "<slug:municipality>/rapportera/brev/<str:token>/",
        report_letters.page,
        name="report-letter",
    ),
    path(
        "<slug:municipality>/rapportera/vad-hande/",
        report_outcomes.page,
        name="report-outcomes",
    ),
    path(
        "<slug:municipality>/rapportera/vad-hande/siffror.csv",
        report_outcomes.as_csv,
        name="report-outcomes-file",
    ),
    path("<slug:municipality>/ni-sa/", you_said.listing, name="you-said"),
    path("<slug:municipality>/ni-sa/svar/<str:token>/", said_letters.page, name="meant"),
    path(
        "<slug:municipality>/ni-sa/forhand/<str:token>/",
        you_said.preview,
        name="preview-said",
    ),
    path("<slug:municipality>/ni-sa/<slug:slug>/", you_said.page, name="what-you-said"),
    path(
        "<slug:municipality>/ni-sa/<slug:slug>/brev/",
        addresses.page,
        name="leave-address",
    ),
    path("<slug:municipality>/ni-sa/bild/<uuid:key>.jpg", walks.photo, name="walk-photo"),
    path(
        "<slug:municipality>/ni-sa/<slug:slug>/resultat/",
        results.page,
        name="survey-results",
    ),
    path(
        "<slug:municipality>/ni-sa/<slug:slug>/resultat.csv",
        results.as_csv,
        name="survey-results-file",
    ),
    path("<slug:municipality>/delta/", taking_part.listing, name="take-part"),
    path("<slug:municipality>/delta/<slug:slug>/", taking_part.page, name="take-part-in"),
    path(
        "<slug:municipality>/delta/<slug:slug>/<uuid:key>.ics",
        dialogue_coming.file,
        name="dialogue-calendar",
    ),
    path(
        "<slug:municipality>/delta/<slug:slug>/vandring.ics",
        walk_coming.file,
        name="walk-calendar",
    ),
    path(
        "<slug:municipality>/delta/avboka/<str:token>/",
        dialogue_places.page,
        name="give-back-place",
    ),
    path("<slug:municipality>/radet/", council.page, name="council"),
    path("<slug:municipality>/radet/reglemente/", council.charter, name="council-charter"),
    path(
        "<slug:municipality>/radet/kalender.ics",
        council.in_calendars,
        name="council-calendar",
    ),
    path(
        "<slug:municipality>/radet/<slug:meeting>/",
        council.meeting,
        name="council-meeting",
    ),
    path(
        "<slug:municipality>/radet/<slug:meeting>/kalender.ics",
        council.meeting_in_calendars,
        name="meeting-calendar",
    ),
    path("<slug:municipality>/karta/", maps.page, name="map"),
    path("<slug:municipality>/karta/grund.geojson", maps.under, name="map-ground"),
    path("<slug:municipality>/karta/rutor.geojson", maps.as_geojson, name="map-squares"),
    path("<slug:municipality>/karta/rutor.csv", maps.as_csv, name="map-file"),
    path("<slug:municipality>/indikatorer/", indicators.listing, name="indicators"),
    path("<slug:municipality>/indikatorer/<uuid:key>/", indicators.page, name="indicator"),
    path(
        "<slug:municipality>/indikatorer/<uuid:key>/indikator.csv",
        indicators.file,
        {"kind": "csv"},
        name="indicator-csv",
    ),
    path(
        "<slug:municipality>/indikatorer/<uuid:key>/indikator.xlsx",
        indicators.file,
        {"kind": "xlsx"},
        name="indicator-xlsx",
    ),
    path(
        "<slug:municipality>/indikatorer/<uuid:key>/infoga/",
        indicators.embedded,
        name="indicator-embedded",
    ),
    path("<slug:municipality>/lagesbild/", pictures.page, name="picture"),
    path(
        "<slug:municipality>/lagesbild/<int:number>/",
        pictures.page,
        name="picture-version",
    ),
    path(
        "<slug:municipality>/lagesbild/<int:number>/jamfor/<int:other>/",
        pictures.compare,
        name="compare-pictures",
    ),
    path("<slug:municipality>/lagesbild/est/", est.listing, name="est-pictures"),
    path("<slug:municipality>/lagesbild/est/<slug:span>/", est.page, name="est-picture"),
    path("<slug:municipality>/atgardsplan/", plans.current, name="action-plans"),
    path("<slug:municipality>/atgardsplan/<slug:period>/", plans.page, name="action-plan"),
    path(
        "<slug:municipality>/atgardsplan/<slug:period>/beslut/",
        plans.file,
        name="action-plan-file",
    ),
    path("<slug:municipality>/overenskommelse/", agreements.present, name="agreements"),
    path(
        "<slug:municipality>/overenskommelse/<slug:period>/",
        agreements.page,
        name="agreement",
    ),
    path(
        "<slug:municipality>/overenskommelse/<slug:period>/fil/<str:sha256>/",
        agreements.file,
        name="agreement_file",
    ),
    path("<slug:municipality>/loften/", municipality.archive, name="archive"),
    path("<slug:municipality>/loften/<slug:period>/", promises.set_page, name="set"),
    path(
        "<slug:municipality>/loften/<slug:period>/publiceringar/",
        promises.publications,
        name="publications",
    ),
    path(
        "<slug:municipality>/loften/<slug:period>/version/<int:number>/",
        promises.version,
        name="version",
    ),
    path(
        "<slug:municipality>/loften/<slug:period>/fil/<str:sha256>/",
        promises.file,
        name="file",
    ),
    path(
        "<slug:municipality>/loften/<slug:period>/<int:nr>/",
        promises.promise_page,
        name="promise",
    ),
]

urlpatterns = [*of_the_site, *for_calendars, *with_a_form, *of_a_municipality]
