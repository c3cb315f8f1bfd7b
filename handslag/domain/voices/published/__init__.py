"""What may anyone see of occasions? The only door between them and the public."""

from handslag.domain.voices.published.occasions import way_at

__all__ = ["way_at"]
