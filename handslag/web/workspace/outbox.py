"""What the demo would have sent: letters and text messages, as receivers see them."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from handslag.core.mail import queries
from handslag.core.mail.rules import Channel
from handslag.web.requests import WorkRequest
from handslag.web.workspace.sight import shown

ON_A_PAGE = 30


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """Both outboxes, the latest first. Only in the demo: the letters hold links."""
    if not settings.DEMO:
        raise Http404
    channel = Channel.SMS if request.GET.get("slag") == "sms" else Channel.EMAIL
    messages = Paginator(queries.outbox(channel=channel), ON_A_PAGE)
    context = {
        "page": messages.get_page(request.GET.get("sida")),
        "is_text": channel is Channel.SMS,
    }
    return shown(request, "outbox", context)
