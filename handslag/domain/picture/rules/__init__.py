"""What a picture must hold, and when it may be frozen. Pure."""

from handslag.domain.picture.rules.keeping import RETENTION

__all__ = ["RETENTION"]
