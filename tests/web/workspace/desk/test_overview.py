"""From nothing to a desk: terms, a kind, a rule that is tried, a group, a key."""

from datetime import timedelta

from handslag.domain.incidents.models import Category, Desk, Group, GroupMember, Route
from tests.make import incidents as made
from tests.web.pages import opened, sent

START = "/arbete/mottagning/"


def test_a_municipality_opens_its_desk_and_decides_what_it_is(at_work, municipality):
    page = opened(at_work, START)
    assert page.says("Ni tar inte emot rapporter än.")
    home = f"{START}{municipality.public_id}/"
    page = sent(at_work, f"{home}villkor/", days="21", is_open_to_residents="on")
    assert page.says("Ni tar emot rapporter från rapportörer i tjänsten och från invånare.")
    assert Desk.objects.get(within=municipality).days == 21

    page = sent(at_work, f"{home}kategorier/ny/", top="disorder", sv="Elsparkcyklar")
    assert page.says("Elsparkcyklar")
    kind = Category.objects.get(within=municipality, sv="Elsparkcyklar")

    owner = str(municipality.public_id)
    sent(at_work, f"{home}vems-uppgift/ny/", category=str(kind.public_id), owner=owner)
    tried = opened(at_work, f"{home}vems-uppgift/?category={kind.public_id}&place=")
    assert tried.says(
        "Elsparkcyklar, var som helst: går till Lundby kommun, inom 21 dagar."
    )
    other = opened(at_work, f"{home}vems-uppgift/?category=&place=")
    assert other.says("ingen regel passar")
    assert Route.objects.get().days == 21

    page = sent(at_work, f"{home}grupper/ny/", name="EST", cadence="weekly", weekday="2")
    assert page.says("Varje vecka, på en tisdag.")
    assert GroupMember.objects.get().organisation == municipality
    group = Group.objects.get()
    assert opened(at_work, f"{home}grupper/").says(group.name)


def test_a_key_is_shown_on_the_answer_and_not_again(at_work, municipality):
    home = f"{START}{municipality.public_id}/"
    sent(at_work, f"{home}villkor/", days="14", is_open_to_machines="on")
    page = sent(at_work, f"{home}system/", name="Felanmälan")
    assert page.says("Den visas nu och aldrig mer")
    again = opened(at_work, f"{home}system/")
    assert again.says("Felanmälan")
    assert not again.says("Den visas nu och aldrig mer")


def test_two_who_change_the_terms_at_once_lose_nothing(at_work, municipality):
    home = f"{START}{municipality.public_id}/"
    sent(at_work, f"{home}villkor/", days="14")
    first = opened(at_work, f"{home}villkor/").form(having="days")
    sent(at_work, f"{home}villkor/", days="30")
    typed = {name: values[0] for name, values in first.fields.items()}
    answer = at_work.post(f"{home}villkor/", {**typed, "days": "7"})
    assert answer.status_code == 422
    assert "Någon annan ändrade" in answer.content.decode()
    assert 'value="7"' in answer.content.decode()
    assert Desk.objects.get().days == 30


def test_the_desk_leads_to_posters_training_and_what_is_forgotten_next(
    at_work, municipality, now
):
    made.desk(municipality)
    old = made.report(municipality, now=now - timedelta(days=2 * 366))
    home = f"{START}{municipality.public_id}/"
    links = opened(at_work, home).links
    for path in ("/arbete/affischer/", "/arbete/rapportera/utbildade/", f"{home}glomska/"):
        assert path in links
        assert at_work.get(path).status_code == 200
    page = opened(at_work, f"{home}glomska/")
    assert page.says("En rapport gallras nästa gång.")
    assert page.says("En som ingen har avslutat gallras inom en månad.")
    assert str(old.public_id) not in page.answer.content.decode()
