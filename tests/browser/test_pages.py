"""Each kind of page in each state, narrow and wide, light and dark, as axe sees it.

One test looks at many addresses, so that every fault stands in one list. The
demonstration has most of the states already.
"""

import pytest
from django.urls import resolve

from tests.browser import demo
from tests.browser.parts import PARTS as OF_PARTS
from tests.web.matrix.world import routes

# Files, feeds and lists for machines, and what only answers to a form that is sent.
NOT_PAGES = {
    "public:feed",
    "public:file",
    "public:sitemap",
    "public:robots",
    "workspace:style-map",
    "public:map-ground",
    "public:map-squares",
    "public:map-file",
    "workspace:file",
    "workspace:detach",
    "workspace:move-promise",
    "workspace:sign-out",
}
# Looked at in test_states, where somebody gets there.
SEEN_ELSEWHERE = {"public:approve", "workspace:style"}
# In tests/browser/test_causes.py, by somebody who grows a tree.
SEEN_ELSEWHERE |= {
    f"workspace:{name}"
    for name in (
        *("causes", "new-cause", "cause", "remove-cause", "cause-words"),
        *("steps", "steps-of", "mark-step"),
    )
}
# In tests/browser/test_reporting.py, by somebody who reports without coverage.
SEEN_ELSEWHERE |= {
    f"workspace:{name}" for name in ("reporting", "own-report", "photo", "moderate-photo")
}

OF_THE_SITE = (
    "/",
    "/en/",
    "/sok/",
    "/sok/?q=degefors",
    "/sok/?q=xyzzyxyzzy",
    "/kommuner/",
    "/loftesbanken/",
    "/loftesbanken/?q=belysning",
    "/loftesbanken/?q=xyzzyxyzzy",
    "/en/loftesbanken/",
    "/om/",
    "/oppna-data/",
    "/tillganglighet/",
    "/personuppgifter/",
    "/handelselogg/",
    "/logga-in/",
    "/rattelse/degerfors/2019/",
)
OF_A_MUNICIPALITY = (
    "/degerfors/",  # with promises
    "/en/degerfors/",
    "/kungalv/",  # with summaries of somebody else's pages alone
    "/arjeplog/",  # with nothing
    "/degerfors/karta/",
    "/en/degerfors/karta/",
    "/hallefors/karta/",  # none
    "/degerfors/folj/",
    "/degerfors/loften/",
    "/arjeplog/loften/",
    "/degerfors/loften/2026/",  # disputed, unreported, late, amended
    "/en/degerfors/loften/2026/",
    "/degerfors/loften/2026/version/2/",  # what was changed
    "/degerfors/loften/2025/",  # over, followed up, being prolonged
    "/degerfors/loften/2023/",  # withdrawn
    "/degerfors/loften/2019/",  # a summary, with a notice
    "/osthammar/loften/2021/",  # the parties' own page, typed in
    "/kungalv/loften/2020-2021/",  # two pages, one with promises and one that follows up
    "/degerfors/loften/2025/publiceringar/",  # the same promises in two places
)
# One promise for each verdict, and one that is late.
OF_A_PROMISE = (
    *(f"/degerfors/loften/2026/{number}/" for number in range(1, 9)),
    "/en/degerfors/loften/2026/1/",
    "/degerfors/loften/2025/3/",
    *(f"/degerfors/loften/2019/{number}/" for number in (1, 2, 3)),
    "/degerfors/loften/2023/1/",
    "/kungalv/loften/2020-2021/1/",
)
NOT_THERE = (
    "/finns/inte/",
    "/degerfors/loften/1999/",
    "/degerfors/loften/2026/99/",
    "/degerfors/loften/2027/",  # a draft
    "/godkann/inte-en-lank/",
)

# By who is signed in. In braces what stands for a thing of the demonstration.
AT_WORK = {
    "samordnare": (
        "/arbete/",
        "/arbete/loften/",
        "/arbete/loften/ny/",
        "{draft}",
        "{draft}ord/",
        "{draft}parter/",
        "{draft}lofte/nytt/",
        "{draft}lofte/{promise}/",
        "{draft}lofte/{promise}/ta-bort/",
        "{draft}lofte/{promise}/hjalper-det/",
        "{draft}be-om-godkannande/",
        "{draft}skal/",
        "{draft}plan/",
        "{draft}underlag/",
        "{draft}underlag/nytt/",
        "{draft}slakt/",
        "{draft}slakt/{earlier}/",
        "{draft}filer/",
        "{draft}logg/",
        "{joint}",
        "{joint}ta-tillbaka/",
        "{joint}bjud-in/",
        "{joint}omgangar/",
        "{now}",
        "{now}lofte/{reported}/",
        "{now}version/1/",
        "{now}engelska/",
        "{now}uppfoljning/",
        "{now}uppfoljning/{follow_up}/",
        "{now}uppfoljning/{follow_up}/publicera/",
        "{now}andra/revision/",
        "{now}andra/extension/",
        "{now}andra/withdrawal/",
        "{now}fornya/",
        "{now}omgangar/",
        "{now}logg/",
        "{changing}",
        "{changing}avbryt-andring/",
        "{summary}",
        "{summary}ta-over/",
        "{summary}ta-ned/",
        "{summary}invandningar/",
        "{summary}invandningar/{objection}/",
        "{summary}filer/",
        "/arbete/framsteg/",
        "/arbete/framsteg/{reported}/",
        "/arbete/framsteg/ratta/{entry}/",
        "/arbete/underlag/",
        "/arbete/underlag/nytt/",
        "/arbete/underlag/{finding}/",
        "/arbete/underlag/{finding}/ratta/",
        "/arbete/organisationer/",
        "/arbete/organisationer/{organisation}/",
        "/arbete/organisationer/{organisation}/platser/",
        "/arbete/organisationer/{organisation}/platser/ny/",
        "/arbete/jag/",
        "/arbete/jag/sprak/",
        "/arbete/jag/losenord/",
        "/arbete/utkorg/",
        "/arbete/utkorg/?slag=sms",
    ),
    "administrator": (
        "/arbete/",
        "/arbete/organisationer/{organisation}/",
        "/arbete/organisationer/{organisation}/kontakt/",
        "/arbete/organisationer/{organisation}/bjud-in/",
        "/arbete/organisationer/{organisation}/avsluta/{member}/",
    ),
    "ordforande": ("/arbete/", "{joint}", "{joint}svara/"),
    "rapportor": ("/arbete/", "/arbete/framsteg/"),
}

OF_THE_PARTS = tuple(address for part in OF_PARTS for address in part.public)
EVERYBODY = [
    *AT_WORK.items(),
    *(pages for part in OF_PARTS for pages in part.at_work.items()),
]
AT_A_TIME = 14  # so that two browsers can share the work
SOME = [
    (person, pages[first : first + AT_A_TIME])
    for person, pages in EVERYBODY
    for first in range(0, len(pages), AT_A_TIME)
]


def test_no_page_is_forgotten():
    at_work = [one for _, pages in EVERYBODY for one in pages]
    public = (*OF_THE_SITE, *OF_A_MUNICIPALITY, *OF_A_PROMISE, *OF_THE_PARTS)
    seen = {
        resolve(one.format_map(demo.NOTHING).partition("?")[0]).view_name
        for one in (*public, *at_work)
        if not one.startswith("/en/")
    }
    pages = {name for name in routes() if not name.startswith(("api:", "open311:"))}
    unseen = NOT_PAGES.union(*(part.not_pages for part in OF_PARTS))
    assert pages - unseen - SEEN_ELSEWHERE - seen == set()


@pytest.mark.parametrize(
    "pages",
    [OF_THE_SITE, OF_A_MUNICIPALITY, OF_A_PROMISE, OF_THE_PARTS],
    ids=("site", "sets", "promises", "parts"),
)
def test_every_public_page_is_sound(pages, page, all_sound, words):
    faults = all_sound(page, (one.format(**words) for one in pages))
    assert faults == [], "\n".join(faults)


def test_a_page_that_is_not_there_says_so_soundly(page, all_sound, words):
    faults = all_sound(page, NOT_THERE, 404)
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize(("person", "pages"), SOME, ids=lambda one: str(one)[:30])
def test_every_page_of_the_workspace_is_sound(
    person, pages, page, all_sound, sign_in, words
):
    sign_in(page, demo.who(person))
    faults = all_sound(page, (one.format(**words) for one in pages))
    assert faults == [], "\n".join(faults)
