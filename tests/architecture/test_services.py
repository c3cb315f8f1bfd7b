"""Every write looks the same: actor first, may you, one transaction, written down."""

import ast
from dataclasses import dataclass
from functools import cache

import pytest

from tests.architecture import tree

ACTOR, MAY, TRANSACTION, RECORD = "actor", "may you", "transaction", "record"


@dataclass(frozen=True)
class Exemption:
    """What one service does without, and why that is right."""

    lacks: frozenset[str]
    why: str


def without(*lacks: str, why: str) -> Exemption:
    return Exemption(frozenset(lacks), why)


LINK = "Whoever holds the token is the actor, and its use is written down with the vote."
RECEIPT = "Whoever holds the code or the link is the actor; what is done is written down."
FILLED = "A transaction for each municipality; what it calls writes in the log."
SEARCH = "Keeps a copy of what was published; the service that publishes has an actor."
ANSWERED = "The log would say at which second somebody answered."
FORGETS = "Forgets by a rule, not by somebody's wish; runs each night."
OUTBOX = "The message is the record; the service that posts it has an actor."

SAYS = "Says who acts or why not; does nothing."

# The functions of `core` work for the services of the domain, which have asked already.
# The methods of an object there are such services themselves.
ASKED_ABOVE = frozenset({MAY})

ONESELF = "About one's own account; refused for anybody else's."

EXEMPT: dict[str, Exemption] = {
    "core.accounts.clear_expired": without(ACTOR, TRANSACTION, RECORD, why=FORGETS),
    "core.approvals.Asking.answer_by_link": without(MAY, why=LINK),
    "core.approvals.carry_translations": without(
        ACTOR, RECORD, why="Goes on with a version whose publishing is written down."
    ),
    "core.approvals.check_code": without(
        ACTOR, TRANSACTION, why=f"{LINK} A wrong code must count even if all else fails."
    ),
    "core.approvals.link_actor": without(ACTOR, TRANSACTION, RECORD, why=SAYS),
    "core.approvals.open_link": without(ACTOR, why=LINK),
    "core.approvals.use_link": without(ACTOR, why=LINK),
    "core.audit.record": without(
        TRANSACTION,
        RECORD,
        why="It is the record; it refuses to be outside one.",
    ),
    "core.audit.seal_waiting": without(
        ACTOR, RECORD, why="Seals what others wrote; a record of it would need a seal."
    ),
    "core.connections.begin_call": without(
        RECORD, why="Counts a call that the run afterwards is written down with."
    ),
    "core.connections.forget_runs": without(RECORD, why=FORGETS),
    "core.files.content": without(ACTOR, TRANSACTION, RECORD, why="Reads a file."),
    "core.limits.allow": without(
        ACTOR, TRANSACTION, RECORD, why="One statement, before anybody is known."
    ),
    "core.limits.clear": without(ACTOR, TRANSACTION, RECORD, why=FORGETS),
    "core.mail.post_letter": without(ACTOR, RECORD, why=OUTBOX),
    "core.mail.post_text": without(ACTOR, RECORD, why=OUTBOX),
    "core.mail.send_due": without(
        ACTOR, TRANSACTION, RECORD, why="A letter that has left cannot be rolled back."
    ),
    "core.schedule.run_due": without(
        ACTOR,
        TRANSACTION,
        RECORD,
        why="Each job is a service with its own.",
    ),
    "core.search.find": without(ACTOR, TRANSACTION, RECORD, why="Reads."),
    "core.search.forget_unused_words": without(ACTOR, RECORD, why=FORGETS),
    "core.search.index": without(ACTOR, TRANSACTION, RECORD, why=SEARCH),
    "core.search.index_many": without(ACTOR, RECORD, why=SEARCH),
    "core.search.rebuild": without(ACTOR, RECORD, why=SEARCH),
    "core.search.known": without(ACTOR, TRANSACTION, RECORD, why="Reads."),
    "core.search.remove": without(ACTOR, RECORD, why=SEARCH),
    "domain.analysis.count_effects": without(
        RECORD, why="Counts what others wrote down, each night."
    ),
    "domain.analysis.fill_series": without(TRANSACTION, RECORD, why=FILLED),
    "domain.analysis.fill_from_surveys": without(TRANSACTION, RECORD, why=FILLED),
    "domain.promises.fill_from_progress": without(TRANSACTION, RECORD, why=FILLED),
    "domain.analysis.see_to_area": without(TRANSACTION, RECORD, why=FILLED),
    "domain.analysis.renew": without(
        TRANSACTION,
        RECORD,
        why="Makes copies to count from, in files, of what others wrote down.",
    ),
    "domain.analysis.lay_out_due": without(
        TRANSACTION, RECORD, why="Makes copies to count from, in files."
    ),
    "domain.analysis.look_at_points": without(
        TRANSACTION, RECORD, why="Says what a file would become, and writes nothing."
    ),
    "domain.analysis.try_effect": without(
        TRANSACTION, RECORD, why="Says what a plan could show, and writes nothing."
    ),
    "domain.agreements.index_missing": without(RECORD, why=SEARCH),
    "domain.picture.index_missing": without(RECORD, why=SEARCH),
    "domain.plans.index_missing": without(RECORD, why=SEARCH),
    "domain.council.confirm": without(
        MAY, why="Whoever signs in with the address of the seat; refused for anybody else."
    ),
    "domain.incidents.answer": without(MAY, why=RECEIPT),
    "domain.incidents.follow_letter": without(MAY, why=RECEIPT),
    "domain.incidents.report_at": without(
        TRANSACTION, why="Finds the municipality and calls receive."
    ),
    "domain.incidents.say_if_better": without(MAY, why=RECEIPT),
    "domain.dialogues.forget_drafts": without(RECORD, why=FORGETS),
    "domain.dialogues.keep_draft": without(
        RECORD,
        why="Half a sentence while somebody types; saving the lines is written down.",
    ),
    "domain.dialogues.forget_sign_ups": without(RECORD, why=FORGETS),
    "domain.dialogues.give_back": without(
        ACTOR, MAY, RECORD, why="Who comes to a dialogue is nobody's business."
    ),
    "domain.dialogues.remind": without(RECORD, why=OUTBOX),
    "domain.dialogues.sign_up": without(
        ACTOR, MAY, RECORD, why="Who comes to a dialogue is nobody's business."
    ),
    "domain.dialogues.sign_up_at": without(
        ACTOR, MAY, RECORD, why="Who comes to a dialogue is nobody's business."
    ),
    "domain.incidents.say_the_same": without(
        MAY, why="Anyone may agree with what is listed for anyone."
    ),
    "domain.incidents.take_back": without(MAY, why=RECEIPT),
    "domain.incidents.take_from_machine": without(
        TRANSACTION, why="Receives, which has its own and tries again in a new one."
    ),
    "domain.incidents.receive": without(
        TRANSACTION, why="Tries again in a new one when the same report came twice at once."
    ),
    "domain.incidents.log_reading": without(
        MAY,
        TRANSACTION,
        RECORD,
        why="It is the log of those who were let in: one statement, of what was shown.",
    ),
    "domain.police_events.forget_events": without(RECORD, why=FORGETS),
    "domain.organisations.choose_language": without(MAY, why=ONESELF),
    "domain.organisations.choose_password": without(MAY, why=ONESELF),
    "domain.organisations.bump_public": without(
        ACTOR, MAY, TRANSACTION, RECORD, why="One number, within the deed that publishes."
    ),
    "domain.organisations.sentence": without(
        ACTOR, MAY, TRANSACTION, RECORD, why="Says a refusal in words; does nothing."
    ),
    "domain.surveys.answer_at": without(MAY, RECORD, why=ANSWERED),
    "domain.surveys.check_code": without(ACTOR, MAY, TRANSACTION, RECORD, why="Reads."),
    "domain.surveys.leave_address_at": without(MAY, why=ANSWERED),
    "domain.surveys.forget_addresses": without(RECORD, why=FORGETS),
    "domain.surveys.count_due": without(
        TRANSACTION, why="Counts one at a time, each with its own."
    ),
    "domain.surveys.forget_keys": without(
        RECORD, why="Decides nothing: what has no batch opens nothing."
    ),
    "domain.surveys.made_now": without(
        ACTOR, MAY, TRANSACTION, RECORD, why="Counts, and writes nothing."
    ),
    "domain.surveys.new_key": without(
        ACTOR, MAY, TRANSACTION, RECORD, why="A new identity; does nothing."
    ),
    "domain.surveys.open_due": without(
        TRANSACTION, why="Each survey has a transaction of its own."
    ),
    "domain.surveys.receive": without(ACTOR, MAY, RECORD, why=ANSWERED),
    "domain.voices.leave_address": without(
        ACTOR, MAY, RECORD, why="The log would say at which second somebody spoke."
    ),
    "domain.voices.leave_address_at": without(
        ACTOR, MAY, RECORD, why="The log would say at which second somebody spoke."
    ),
    "domain.voices.say_meant": without(
        MAY, RECORD, why="A number alone: who says what is not written down."
    ),
    "domain.year.end_feed": without(MAY, why=ONESELF),
    "domain.year.make_feed": without(MAY, why=ONESELF),
    "domain.promises.index_sets": without(ACTOR, MAY, RECORD, why=SEARCH),
    "domain.promises.object_to": without(
        MAY, why="Finds the set at an address and calls request_correction."
    ),
    "domain.promises.request_correction": without(
        MAY, why="Anyone may say that a summary of somebody's page is wrong."
    ),
}


@cache
def every() -> tuple[tree.Service, ...]:
    """All services. Not found while the tests are collected: that reads the whole tree."""
    layers = (tree.CORE, tree.DOMAIN)
    packages = [package for layer in layers for package in tree.packages(layer)]
    return tuple(service for package in packages for service in tree.services(package))


def lacks(service: tree.Service) -> set[str]:
    """Which of the four lines of a service are missing from this one."""
    found = {
        ACTOR: service.first == "actor",
        MAY: bool(service.calls & {"require", "require_system"}),
        TRANSACTION: service.is_one_transaction,
        RECORD: "record" in service.calls,
    }
    return {line for line, present in found.items() if not present}


def allowed(service: tree.Service) -> frozenset[str]:
    by_name = EXEMPT.get(service.name, without(why="")).lacks
    works_for_others = service.name.startswith("core.") and service.name.count(".") == 2
    return by_name | (ASKED_ABOVE if works_for_others else frozenset())


@pytest.mark.parametrize("line", [ACTOR, MAY, TRANSACTION, RECORD])
def test_no_service_lacks_a_line(line):
    assert [
        service.name for service in every() if line in lacks(service) - allowed(service)
    ] == []


def test_a_service_says_in_one_line_what_it_does():
    assert [one.name for one in every() if not ast.get_docstring(one.node)] == []


def test_nothing_is_excused_that_needs_no_excuse():
    named = {service.name: service for service in every()}
    assert sorted(EXEMPT.keys() - named.keys()) == []
    assert [
        f"{name}: {line}"
        for name, exemption in EXEMPT.items()
        for line in sorted(exemption.lacks - lacks(named[name]))
    ] == []


def test_every_package_with_services_is_seen():
    """Whether they are one file or a folder, in the field or in core."""
    packages = [one for layer in (tree.CORE, tree.DOMAIN) for one in tree.packages(layer)]
    able = {one for one in packages if tree.modules_named(one, "services")}
    seen = {tuple(service.name.split(".")[:2]) for service in every()}
    folders = [one for one in able if (one / "services").is_dir()]
    assert {(one.parent.name, one.name) for one in able} == seen
    assert folders
    assert len(folders) < len(able)
