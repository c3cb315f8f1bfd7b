"""Addresses of the desk, under /arbete/mottagning/."""

from django.urls import path

from handslag.web.workspace.desk import (
    categories,
    files,
    forgetting,
    groups,
    machines,
    overview,
    routes,
)

HOME = "<uuid:key>/"
KIND = f"{HOME}kategorier/<uuid:one>/"
TASK = f"{HOME}vems-uppgift/"
GROUP = "grupp/<uuid:group>/"
FILES = f"{HOME}las-in/"
FILE = f"{FILES}<uuid:one>/"

urlpatterns = [
    path("", overview.start, name="desk"),
    path(HOME, overview.page, name="desk-of"),
    path(f"{HOME}villkor/", overview.terms, name="desk-terms"),
    path(f"{HOME}kategorier/", categories.listing, name="desk-categories"),
    path(f"{HOME}kategorier/ny/", categories.new, name="new-desk-category"),
    path(KIND, categories.one, name="desk-category"),
    path(f"{KIND}flytta/", categories.move, name="move-desk-category"),
    path(f"{KIND}avsluta/", categories.end, name="end-desk-category"),
    path(TASK, routes.listing, name="desk-routes"),
    path(f"{TASK}ny/", routes.new, name="new-desk-route"),
    path(f"{TASK}<uuid:one>/", routes.one, name="desk-route"),
    path(f"{TASK}<uuid:one>/ta-bort/", routes.remove, name="remove-desk-route"),
    path(f"{HOME}grupper/", groups.listing, name="desk-groups"),
    path(f"{HOME}grupper/ny/", groups.new, name="new-desk-group"),
    path(
        f"{HOME}grupper/fraga/<uuid:invitation>/", groups.answer, name="answer-desk-group"
    ),
    path(GROUP, groups.page, name="desk-group"),
    path(f"{GROUP}ord/", groups.words, name="desk-group-words"),
    path(f"{GROUP}lamna/<uuid:organisation>/", groups.leave, name="leave-desk-group"),
    path("las-in/", files.start, name="desk-files-start"),
    path(FILES, files.listing, name="desk-files"),
    path(f"{FILES}exempel.csv", files.sample, name="desk-files-sample"),
    path(FILE, files.page, name="desk-file"),
    path(f"{FILE}kolumner/", files.columns, name="desk-file-columns"),
    path(f"{FILE}varden/", files.values, name="desk-file-values"),
    path(f"{FILE}valj/", files.choose, name="choose-desk-file"),
    path(f"{FILE}las-in/", files.read_in, name="read-desk-file"),
    path(f"{FILE}fortsatt/", files.go_on, name="go-on-desk-file"),
    path(f"{FILE}angra/", files.undo, name="undo-desk-file"),
    path(f"{FILE}slang/", files.remove, name="remove-desk-file"),
    path(f"{HOME}glomska/", forgetting.page, name="desk-forgetting"),
    path(f"{HOME}system/", machines.page, name="desk-machines"),
    path(f"{HOME}system/<uuid:one>/avsluta/", machines.end, name="end-desk-machine"),
]
