"""`make bench`: what it costs, as `name: value`, one line a figure."""

from tools import prepare
from tools.install import DEVELOPMENT, install
from tools.steps import BIN, aloud, environment
from tools.trial import OURS


def bench(arguments: list[str]) -> None:
    """Measure everything, or the modules that are named: `make bench ARGS=search`."""
    install(DEVELOPMENT)
    prepare.translations()
    env = environment(without=OURS)
    raise SystemExit(aloud(BIN / "python", "-m", "tests.bench", *arguments, env=env))
