"""Every address of the workspace, on one page."""

from django.urls import include, path

from handslag.web import login
from handslag.web.workspace import (
    approving,
    english,
    home,
    outbox,
    parties,
    posters,
    profile,
    style,
    style_maps,
)
from handslag.web.workspace.agreements import editors as agreement_text
from handslag.web.workspace.agreements import english as agreement_english
from handslag.web.workspace.agreements import files as agreement_files
from handslag.web.workspace.agreements import followups as agreement_told
from handslag.web.workspace.agreements import lists as agreements
from handslag.web.workspace.agreements import log as agreement_log
from handslag.web.workspace.agreements import overview as agreement
from handslag.web.workspace.agreements import renewal as agreement_renewal
from handslag.web.workspace.agreements.approval import AGREEMENTS
from handslag.web.workspace.analysis.urls import urlpatterns as analysis
from handslag.web.workspace.causes import views as causes
from handslag.web.workspace.connections.urls import urlpatterns as connections
from handslag.web.workspace.council import urls as council
from handslag.web.workspace.dialogues.urls import urlpatterns as dialogues
from handslag.web.workspace.evidence import counts as evidence_counts
from handslag.web.workspace.evidence import feedback as evidence_feedback
from handslag.web.workspace.evidence import listing as evidence_list
from handslag.web.workspace.evidence import views as evidence
from handslag.web.workspace.exporting import urls as exporting
from handslag.web.workspace.fielding import urls as fielding
from handslag.web.workspace.importing.urls import urlpatterns as figure_files
from handslag.web.workspace.indicators.urls import urlpatterns as indicators
from handslag.web.workspace.map.urls import urlpatterns as map_of_reports
from handslag.web.workspace.measured import pages as measured
from handslag.web.workspace.organisations import places
from handslag.web.workspace.organisations import views as organisations
from handslag.web.workspace.picture import (
    freezing,
    listing,
    merging,
    passages,
    problems,
    sources,
    versions,
    weighing,
    words,
)
from handslag.web.workspace.picture import overview as picture
from handslag.web.workspace.plans import (
    chain,
    deciding,
    goals,
    grants,
    measures,
    page,
    plans,
)
from handslag.web.workspace.plans import followups as plan_follow_ups
from handslag.web.workspace.points.urls import urlpatterns as point_files
from handslag.web.workspace.police_events.urls import urlpatterns as police_events
from handslag.web.workspace.progress import views as progress
from handslag.web.workspace.promises import (
    amendments,
    approval,
    attachments,
    editor,
    effect,
    followups,
    grounds,
    log,
    overview,
    plan,
    renewal,
    sets,
    taking_over,
    texts,
)
from handslag.web.workspace.promises import english as set_english
from handslag.web.workspace.reporting import urls as reporting
from handslag.web.workspace.reports import urls as reports
from handslag.web.workspace.results import urls as results
from handslag.web.workspace.steps import views as steps
from handslag.web.workspace.surveys.urls import urlpatterns as surveys
from handslag.web.workspace.voices.urls import urlpatterns as voices
from handslag.web.workspace.walks.urls import urlpatterns as walks
from handslag.web.workspace.weeks.urls import urlpatterns as weeks
from handslag.web.workspace.year import calendar, law, reminders, report, wheel

YEAR, LAW = "aret/<slug:municipality>/", "lagkoll/<slug:municipality>/"
REPORT = "rapport/<slug:municipality>/"
SET = "loften/<uuid:key>/"
PLAN = "atgardsplan/<uuid:key>/"
MEASURE = f"{PLAN}atgard/<uuid:measure>/"
GRANT = "statsbidrag/<uuid:key>/"
PROMISE = f"{SET}lofte/<uuid:promise>/"
PICTURE = "lagesbild/<uuid:key>/"
PASSAGE = f"{PICTURE}stycke/<uuid:passage>/"
PROBLEM = f"{PICTURE}problem/<uuid:problem>/"
CAUSES = "lagesbild/<uuid:key>/problem/<uuid:problem>/orsaker/"
CAUSE = f"{CAUSES}<uuid:cause>/"
AGREEMENT = "overenskommelser/<uuid:key>/"
OF_A_SET = {"of": approval.SETS}
OF_AN_AGREEMENT = {"of": AGREEMENTS}
OF_A_SET_IN_ENGLISH = {"of": set_english.ENGLISH}
OF_AN_AGREEMENT_IN_ENGLISH = {"of": agreement_english.ENGLISH}

app_name = "workspace"
urlpatterns = [
    path("", home.page, name="home"),
    path("stil/", style.page, name="style"),
    path("stil/karta/<slug:part>.geojson", style_maps.file, name="style-map"),
    # Situational pictures
    path("lagesbild/", listing.listing, name="pictures"),
    path("lagesbild/ny/", listing.new, name="new-picture"),
    path(PICTURE, picture.page, name="picture"),
    path(f"{PICTURE}ord/", words.page, name="picture-words"),
    path(f"{PICTURE}dela/", picture.share, name="share-picture"),
    path(f"{PICTURE}stycke/nytt/<slug:part>/", passages.new, name="new-passage"),
    path(PASSAGE, passages.page, name="passage"),
    path(f"{PASSAGE}ta-bort/", passages.remove, name="remove-passage"),
    path(f"{PICTURE}problem/nytt/", problems.new, name="new-problem"),
    path(PROBLEM, problems.page, name="problem"),
    path(f"{PROBLEM}andra/", problems.edit, name="edit-problem"),
    path(f"{PROBLEM}siffror/", measured.page, name="problem-figures"),
    path(f"{PROBLEM}flytta/", problems.move, name="move-problem"),
    path(f"{PROBLEM}avsluta/", problems.close, name="close-problem"),
    path(f"{PROBLEM}oppna/", problems.reopen, name="reopen-problem"),
    path(f"{PROBLEM}ta-bort/", problems.remove, name="remove-problem"),
    path(f"{PICTURE}kalla/ny/", sources.new, name="new-source"),
    path(f"{PICTURE}kalla/<uuid:source>/", sources.page, name="source"),
    path(f"{PICTURE}poang/", weighing.scores, name="scores"),
    path(f"{PICTURE}prioritera/", weighing.priorities, name="priorities"),
    path(f"{PICTURE}sla-ihop/", merging.page, name="merge"),
    path(f"{PICTURE}frys/", freezing.freeze, name="freeze"),
    path(f"{PICTURE}versioner/", versions.listing, name="picture-versions"),
    path(f"{PICTURE}version/<int:number>/", versions.page, name="picture-version"),
    path(
        f"{PICTURE}version/<int:number>/jamfor/<int:other>/",
        versions.compare,
        name="compare-pictures",
    ),
    path(
        f"{PICTURE}version/<int:number>/publicera/",
        freezing.publish,
        name="publish-picture",
    ),
    path(
        f"{PICTURE}version/<int:number>/ta-tillbaka/",
        freezing.take_back,
        name="take-back-picture",
    ),
    # Action plans, the chain, state grants
    path("atgardsplan/", plans.listing, name="action-plans"),
    path("atgardsplan/ny/", plans.new, name="new-action-plan"),
    path(PLAN, page.page, name="action-plan"),
    path(f"{PLAN}ord/", plans.words, name="action-plan-words"),
    path(f"{PLAN}fyll-i/", plans.fill, name="action-plan-fill"),
    path(f"{PLAN}lagesbild/", plans.rebind, name="action-plan-picture"),
    path(f"{PLAN}nasta/", plans.succeed, name="action-plan-next"),
    path(f"{PLAN}slakt/", plans.lineage, name="action-plan-lineage"),
    path(f"{PLAN}mal/nytt/", goals.new, name="new-action-plan-goal"),
    path(f"{PLAN}mal/<uuid:goal>/", goals.page, name="action-plan-goal"),
    path(f"{PLAN}mal/<uuid:goal>/ta-bort/", goals.remove, name="remove-action-plan-goal"),
    path(f"{PLAN}atgard/ny/", measures.new, name="new-action-plan-measure"),
    path(MEASURE, measures.page, name="action-plan-measure"),
    path(f"{MEASURE}lage/", measures.status, name="action-plan-status"),
    path(f"{MEASURE}flytta/", measures.move, name="move-action-plan-measure"),
    path(f"{MEASURE}ta-bort/", measures.remove, name="remove-action-plan-measure"),
    path(f"{PLAN}skal/", deciding.reasons, name="action-plan-reasons"),
    path(f"{PLAN}besluta/", deciding.decide, name="action-plan-decide"),
    path(f"{PLAN}beslut/", deciding.file, name="action-plan-file"),
    path(f"{PLAN}uppfoljning/", plan_follow_ups.begin, name="action-plan-follow-ups"),
    path(
        f"{PLAN}uppfoljning/<uuid:follow_up>/",
        plan_follow_ups.page,
        name="action-plan-follow-up",
    ),
    path("kedjan/", chain.page, name="chain"),
    path("statsbidrag/", grants.listing, name="grants"),
    path("statsbidrag/nytt/", grants.new, name="new-grant"),
    path(GRANT, grants.page, name="grant"),
    path(f"{GRANT}andra/", grants.edit, name="grant-edit"),
    path(f"{GRANT}svar/", grants.answer, name="grant-answer"),
    path(f"{GRANT}redovisa/", grants.account, name="grant-account"),
    path(f"{GRANT}<slug:part>.csv", grants.export, name="grant-export"),
    # Promises
    path("loften/", sets.listing, name="sets"),
    path("loften/ny/", sets.new, name="new-set"),
    path(SET, overview.page, name="set"),
    path(f"{SET}ord/", sets.words, name="set-words"),
    path(f"{SET}parter/", parties.page, {"of": sets.PARTIES}, name="parties"),
    path(f"{SET}lofte/nytt/", texts.new, name="new-promise"),
    path(PROMISE, editor.page, name="promise"),
    path(f"{PROMISE}hjalper-det/", effect.page, name="promise-effect"),
    path(f"{PROMISE}flytta/", texts.move, name="move-promise"),
    path(f"{PROMISE}ta-bort/", texts.remove, name="remove-promise"),
    path(f"{SET}be-om-godkannande/", approval.ask, name="ask"),
    path(f"{SET}skal/", approval.reasons, name="missing-links"),
    path(f"{SET}ta-tillbaka/", approving.take_back, OF_A_SET, name="take-back"),
    path(f"{SET}svara/", approving.answer, OF_A_SET, name="answer"),
    path(f"{SET}bjud-in/", approving.invite_by_link, OF_A_SET, name="invite-by-link"),
    path(f"{SET}omgangar/", approving.rounds, OF_A_SET, name="rounds"),
    path(f"{SET}version/<int:number>/", approving.version, OF_A_SET, name="version"),
    path(f"{SET}plan/", plan.page, name="plan"),
    path(f"{SET}underlag/", grounds.page, name="grounds"),
    path(f"{SET}underlag/nytt/", grounds.new, name="new-ground"),
    path(f"{SET}uppfoljning/", followups.begin, name="follow-ups"),
    path(f"{SET}uppfoljning/<uuid:follow_up>/", followups.page, name="follow-up"),
    path(
        f"{SET}uppfoljning/<uuid:follow_up>/publicera/",
        followups.publish,
        name="publish-follow-up",
    ),
    path(f"{SET}andra/<str:kind>/", amendments.begin, name="amend"),
    path(f"{SET}avbryt-andring/", amendments.end, name="end-amendment"),
    path(f"{SET}fornya/", renewal.renew, name="renew"),
    path(f"{SET}slakt/", renewal.lineage, name="lineage"),
    path(f"{SET}slakt/<uuid:earlier>/", renewal.explain, name="explain"),
    path(f"{SET}filer/", attachments.page, name="attachments"),
    path(f"{SET}filer/<slug:sha256>/", attachments.fetch, name="file"),
    path(f"{SET}filer/<slug:sha256>/ta-bort/", attachments.detach, name="detach"),
    path(f"{SET}ta-over/", taking_over.take_over, name="take-over"),
    path(f"{SET}ta-ned/", taking_over.take_down, name="take-down"),
    path(f"{SET}invandningar/", taking_over.objections, name="objections"),
    path(f"{SET}invandningar/<uuid:objection>/", taking_over.settle, name="settle"),
    path(f"{SET}engelska/", english.page, OF_A_SET_IN_ENGLISH, name="english"),
    path(f"{SET}logg/", log.page, name="log"),
    # Cooperation agreements
    path("overenskommelser/", agreements.listing, name="agreements"),
    path("overenskommelser/ny/", agreements.new, name="new-agreement"),
    path(AGREEMENT, agreement.page, name="agreement"),
    path(f"{AGREEMENT}ord/", agreement_text.words, name="agreement-words"),
    path(
        f"{AGREEMENT}engelska/",
        english.page,
        OF_AN_AGREEMENT_IN_ENGLISH,
        name="agreement-english",
    ),
    path(f"{AGREEMENT}innehall/", agreement_text.contents, name="agreement-contents"),
    path(
        f"{AGREEMENT}parter/",
        parties.page,
        {"of": agreement_text.PARTIES},
        name="agreement-parties",
    ),
    path(
        f"{AGREEMENT}ataganden/", agreement_text.commitments, name="agreement-commitments"
    ),
    path(
        f"{AGREEMENT}be-om-godkannande/",
        approving.ask,
        OF_AN_AGREEMENT,
        name="agreement-ask",
    ),
    path(
        f"{AGREEMENT}ta-tillbaka/",
        approving.take_back,
        OF_AN_AGREEMENT,
        name="agreement-take-back",
    ),
    path(
        f"{AGREEMENT}svara/",
        approving.answer,
        OF_AN_AGREEMENT,
        name="agreement-answer",
    ),
    path(
        f"{AGREEMENT}bjud-in/",
        approving.invite_by_link,
        OF_AN_AGREEMENT,
        name="agreement-invite",
    ),
    path(
        f"{AGREEMENT}omgangar/",
        approving.rounds,
        OF_AN_AGREEMENT,
        name="agreement-rounds",
    ),
    path(
        f"{AGREEMENT}version/<int:number>/",
        approving.version,
        OF_AN_AGREEMENT,
        name="agreement-version",
    ),
    path(f"{AGREEMENT}filer/", agreement_files.page, name="agreement-files"),
    path(f"{AGREEMENT}filer/<slug:sha256>/", agreement_files.fetch, name="agreement-file"),
    path(
        f"{AGREEMENT}filer/<slug:sha256>/ta-bort/",
        agreement_files.detach,
        name="agreement-detach",
    ),
    path(f"{AGREEMENT}uppfoljning/", agreement_told.begin, name="agreement-follow-ups"),
    path(
        f"{AGREEMENT}uppfoljning/<uuid:follow_up>/",
        agreement_told.page,
        name="agreement-follow-up",
    ),
    path(
        f"{AGREEMENT}uppfoljning/<uuid:follow_up>/publicera/",
        agreement_told.publish,
        name="publish-agreement-follow-up",
    ),
    path(f"{AGREEMENT}fornya/", agreement_renewal.renew, name="renew-agreement"),
    path(f"{AGREEMENT}avsluta/", agreement_renewal.end, name="end-agreement"),
    path(f"{AGREEMENT}fran-papper/", agreement_renewal.restate, name="restate-agreement"),
    path(f"{AGREEMENT}logg/", agreement_log.page, name="agreement-log"),
    # Progress
    path("framsteg/", progress.listing, name="progress"),
    path("framsteg/<uuid:promise>/", progress.report, name="report"),
    path("framsteg/ratta/<uuid:entry>/", progress.correct, name="correct"),
    # What is known
    path("underlag/", evidence_list.page, name="evidence"),
    path("underlag/nytt/", evidence.new, name="new-finding"),
    path("underlag/antal/", evidence_counts.page, name="counts"),
    path("underlag/<uuid:key>/", evidence.page, name="finding"),
    path("underlag/<uuid:key>/ratta/", evidence.correct, name="correct-finding"),
    path("underlag/<uuid:key>/svar/", evidence_feedback.page, name="tell"),
    path("underlag/<uuid:key>/fil/<str:sha256>/", evidence.file, name="finding-file"),
    # Why a problem arises
    path(CAUSES, causes.page, name="causes"),
    path(f"{CAUSES}ny/", causes.new, name="new-cause"),
    path(f"{CAUSES}triangeln/", causes.words, name="cause-words"),
    path(f"{CAUSES}klar/", causes.finish, name="finish-causes"),
    path(CAUSE, causes.cause, name="cause"),
    path(f"{CAUSE}flytta/", causes.move, name="move-cause"),
    path(f"{CAUSE}ta-bort/", causes.remove, name="remove-cause"),
    *surveys,
    # Where the work stands
    path("steg/", steps.start, name="steps"),
    path("steg/<slug:municipality>/", steps.page, name="steps-of"),
    path("steg/<slug:municipality>/<slug:sign>/", steps.mark, name="mark-step"),
    # The year
    path("aret/", calendar.start, name="year"),
    path("aret/egen-kalender/", reminders.own_calendar, name="own-calendar"),
    path(YEAR, calendar.page, name="year-of"),
    path(f"{YEAR}hjul/", wheel.page, name="wheel"),
    path(f"{YEAR}hjul/vanliga/", wheel.usual, name="usual-year"),
    path(f"{YEAR}hjul/nytt/", wheel.new, name="new-rhythm"),
    path(f"{YEAR}hjul/<uuid:key>/", wheel.rhythm, name="rhythm"),
    path(f"{YEAR}hjul/<uuid:key>/ta-bort/", wheel.remove, name="remove-rhythm"),
    path(f"{YEAR}paminnelser/", reminders.page, name="reminders"),
    path("lagkoll/", law.everyone, name="law-everyone"),
    path(LAW, law.page, name="law"),
    path(f"{LAW}svar/", law.answers, name="law-answers"),
    path(f"{LAW}svar.csv", law.file, name="law-file"),
    path(f"{LAW}namnd/", law.board, name="leading-board"),
    path(f"{LAW}varfor/<str:section>/", law.why, name="law-why"),
    path("rapport/", report.start, name="assembly-reports"),
    path(REPORT, report.page, name="assembly-report"),
    path(f"{REPORT}pdf/", report.document, name="assembly-document"),
    path(f"{REPORT}inledning/", report.introduction, name="report-introduction"),
    path(f"{REPORT}lamnad/", report.give, name="give-report"),
    path(f"{REPORT}lamnad/<uuid:told>/", report.given, name="given-report"),
    *council.urlpatterns,
    *reports.urlpatterns,
    *map_of_reports,
    *analysis,
    *figure_files,
    *point_files,
    *indicators,
    *connections,
    *police_events,
    path("mottagning/", include("handslag.web.workspace.desk.urls")),
    path("affischer/", posters.listing, name="posters"),
    path("affischer/<uuid:key>/", posters.poster, name="poster"),
    # Organisations and oneself
    path("organisationer/", organisations.listing, name="organisations"),
    path("organisationer/<uuid:key>/", organisations.page, name="organisation"),
    path("organisationer/<uuid:key>/platser/", places.listing, name="places"),
    path("organisationer/<uuid:key>/platser/ny/", places.new, name="new-place"),
    path("organisationer/<uuid:key>/kontakt/", organisations.contact, name="contact"),
    path("organisationer/<uuid:key>/bjud-in/", organisations.invite, name="invite"),
    path(
        "organisationer/<uuid:key>/avsluta/<slug:member>/",
        organisations.end,
        name="end-membership",
    ),
    path("jag/", profile.page, name="profile"),
    path("jag/sprak/", profile.language, name="language"),
    path("jag/losenord/", profile.password, name="password"),
    path("logga-ut/", login.sign_out, name="sign-out"),
    path("utkorg/", outbox.page, name="outbox"),
    *weeks,
    *voices,
    *walks,
    *fielding.urlpatterns,
    *results.urlpatterns,
    *exporting.urlpatterns,
    *dialogues,
    *reporting.urlpatterns,
]
