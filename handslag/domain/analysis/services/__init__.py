from handslag.domain.analysis.services.renewing import renew

__all__ = ["renew"]
