"""The addresses of reporting in service."""

from django.urls import path

from handslag.web.workspace.reporting import device, own, page, photos, training

REPORTING = "rapportera/"

urlpatterns = [
    path(REPORTING, page.page, name="reporting"),
    path(f"{REPORTING}lage/", device.state, name="reporting-state"),
    path(f"{REPORTING}app.webmanifest", device.manifest, name="reporting-manifest"),
    path(f"{REPORTING}tjanst.js", device.worker, name="reporting-worker"),
    path(f"{REPORTING}skicka/", device.send, name="send-report"),
    path(f"{REPORTING}bild/", device.send_photo, name="send-photo"),
    path(f"{REPORTING}bild/<uuid:key>/", photos.page, name="photo"),
    path(f"{REPORTING}bild/<uuid:key>/fil/", photos.file, name="photo-file"),
    path(f"{REPORTING}bilder/", photos.waiting, name="photos-waiting"),
    path(f"{REPORTING}bilder/<uuid:key>/", photos.moderate, name="moderate-photo"),
    path(f"{REPORTING}utbildning/", training.page, name="training"),
    path(f"{REPORTING}utbildade/", training.trained, name="trained"),
    path(f"{REPORTING}mina/", own.listing, name="own-reports"),
    path(f"{REPORTING}mina/<uuid:key>/", own.page, name="own-report"),
]
