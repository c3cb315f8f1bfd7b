"""What analyses store."""

from handslag.domain.analysis.models.effects import EffectCount, EffectPlan
from handslag.domain.analysis.models.files import PointFile

__all__ = ["EffectCount", "EffectPlan", "PointFile"]
