from pathlib import Path

import pytest

from tools import prepare, stamps, trial
from tools.steps import environment
from tools.trial import Count, Suite

REPORT = """<?xml version="1.0"?><testsuites><testsuite name="pytest" errors="1"
failures="2" skipped="3" tests="10"></testsuite></testsuites>"""


def test_what_the_runner_wrote_is_counted(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    assert trial.counted(report) == Count(passed=4, failed=3)
    assert trial.counted(tmp_path / "none.xml") == Count()


def test_the_sum_is_said_as_the_runner_would_say_it():
    assert str(Count(3, 1) + Count(4, 0)) == "7 passed, 1 failed"


@pytest.fixture
def runs(monkeypatch, tmp_path):
    """Each suite's words; the second one fails in a test, the third in itself."""
    said: list[list[str]] = []

    def aloud(*words, env):
        said.append([str(word) for word in words])
        (report,) = (word for word in said[-1] if word.startswith("--junit-xml="))
        failures = 1 if len(said) == 2 else 0
        if len(said) < 3:
            Path(report.partition("=")[2]).write_text(
                f'<testsuites><testsuite tests="5" failures="{failures}"/></testsuites>'
            )
        return 0 if len(said) == 1 else 1

    (tmp_path / "reports").mkdir()
    monkeypatch.setattr(trial, "aloud", aloud)
    monkeypatch.setattr(trial, "install", lambda lock: None)
    monkeypatch.setattr(prepare, "translations", lambda: None)
    monkeypatch.setattr(trial, "_browser", lambda: None)
    monkeypatch.setattr(trial, "_databases", lambda: None)
    monkeypatch.setattr(stamps, "VAR", tmp_path)
    return said


def test_every_suite_runs_and_the_last_line_is_the_sum(runs, capsys):
    with pytest.raises(SystemExit) as ended:
        trial.test([])
    assert ended.value.code == 1
    told = (
        "--ignore=tests/architecture",
        "tests.postgres",
        "tests.pages_once",
        "tests/browser",
    )
    assert [[one in words for one in told] for words in runs] == [
        [True, False, False, False],
        [False, True, True, False],
        [False, False, False, True],
    ]
    # A runner that never came to its tests is a failure too.
    assert capsys.readouterr().out.splitlines()[-1] == "9 passed, 2 failed"


def test_both_databases_are_migrated_at_once(monkeypatch):
    migrated: list[str] = []
    monkeypatch.setattr(trial, "quietly", lambda *words, env: migrated.append(words[-1]))
    trial._databases()
    assert sorted(one.rpartition(".")[2] for one in migrated) == ["data()", "file()"]


def test_named_paths_choose_the_suites(runs):
    with pytest.raises(SystemExit):
        trial.test(["tests/browser", "-x"])
    ((*_, last),) = runs
    assert last == "tests/browser"
    assert "-x" in runs[0]


def test_a_database_named_in_the_shell_is_left_alone(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://somebodys/real")
    assert "DATABASE_URL" not in environment(without=trial.OURS)


def test_a_suite_has_a_name_that_is_a_file_name():
    assert all(suite.name.isalpha() for suite in trial.SUITES)
    assert isinstance(trial.SUITES[0], Suite)


def test_where_no_test_asks_for_a_database_one_database_is_enough(monkeypatch, tmp_path):
    monkeypatch.setattr(stamps, "VAR", tmp_path)
    monkeypatch.setattr(trial, "aloud", lambda *words, env: trial.NOTHING_COLLECTED)
    once, again, _ = trial.SUITES
    assert trial._run(once, ["tests/statistics"]) == Count(failed=1)
    assert trial._run(again, ["tests/statistics"]) == Count()


@pytest.mark.parametrize(
    ("there", "installed", "tried"),
    [
        ((trial.QUICK,), [], []),
        (("google-chrome",), [], [trial.QUICK]),
        ((), ["chromium"], [trial.QUICK]),
    ],
)
def test_any_browser_will_do_and_the_quick_one_is_not_insisted_on(
    monkeypatch, there, installed, tried
):
    must, may = [], []
    monkeypatch.setattr("tools.trial.shutil.which", lambda name: name in there)
    monkeypatch.setattr("tools.trial.ctypes.util.find_library", lambda name: name)
    monkeypatch.setattr(trial, "apt", lambda *names: must.extend(names))
    monkeypatch.setattr(trial, "apt_if_it_can", lambda *names: may.extend(names))
    trial._browser()
    assert (must, may) == (installed, tried)
