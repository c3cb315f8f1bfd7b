"""What the style page shows of fields in which nobody is to be pointed out."""

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from handslag.web.guarded import guarded


class GuardedSample(forms.Form):
    """A field in which nobody is to be pointed out, in all its states."""

    what = guarded(
        forms.CharField(
            label=pgettext_lazy("sample", "What is wrong, and where?"),
            help_text=pgettext_lazy(
                "sample",
                "Write about the place, not about people. What may point at somebody is "
                "marked as you write.",
            ),
            widget=forms.Textarea(attrs={"rows": 3}),
        )
    )


def guarded_form(state: str) -> GuardedSample:
    """One that was sent back ("fel"), or one with something to mark."""
    written = {
        "what": pgettext("sample", "The lamp at the tunnel is out. Ring 070-174 06 05.")
    }
    prefix = "guarded"
    if state == "fel":
        return GuardedSample({f"{prefix}-what": written["what"]}, prefix=prefix)
    return GuardedSample(initial=written, prefix=prefix)
