"""What a page can say: a sentence, now or when it is shown."""

from django.utils.functional import Promise

Text = str | Promise
