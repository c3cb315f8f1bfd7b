"""One's own account: the language of the workspace, and the password."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from handslag.domain.organisations import queries, services
from handslag.domain.organisations.models import ROLE_NAMES
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.sight import shown


class LanguageForm(forms.Form):
    """In which language the workspace speaks."""

    language = fields.choice(
        gettext_lazy("Language of the workspace"),
        settings.LANGUAGES,
        required=gettext_lazy("Choose a language."),
        radio=True,
    )


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """Who I am here."""
    form = LanguageForm(initial={"language": request.user.language})
    return _shown(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
def language(request: WorkRequest) -> HttpResponse:
    """Choose the language of the workspace."""
    form = LanguageForm(
        request.POST if request.method == "POST" else None,
        initial={"language": request.user.language},
    )
    if not form.is_valid():
        return _shown(request, form)
    chosen = form.cleaned_data["language"]
    services.choose_language(request.actor, request.user, chosen)
    with translation.override(chosen):
        messages.success(request, _("Saved."))
    return redirect("workspace:profile")


@require_http_methods(["GET", "HEAD", "POST"])
def password(request: WorkRequest) -> HttpResponse:
    """Change one's password, knowing the present one. Other sessions end."""
    form = PasswordChangeForm(
        request.user, request.POST if request.method == "POST" else None
    )
    if form.is_valid():
        services.choose_password(
            request.actor, request.user, form.cleaned_data["new_password1"]
        )
        update_session_auth_hash(request, request.user)
        messages.success(
            request, _("The password is changed. You are signed out everywhere else.")
        )
        return redirect("workspace:profile")
    return shown(request, "password", {"form": form}, form)


def _shown(request: WorkRequest, form: LanguageForm) -> HttpResponse:
    held = queries.roles_of(request.user, today=request.today)
    roles = [{"organisation": where, "role": ROLE_NAMES[role]} for where, role in held]
    return shown(request, "profile", {"form": form, "roles": roles}, form)
