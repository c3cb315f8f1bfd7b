from django.db import connection


def test_the_suite_runs_on_the_database_it_was_started_for(pytestconfig):
    """Without this a broken plugin would test SQLite twice, in silence."""
    plugged = "tests.postgres" in pytestconfig.getoption("plugins")
    assert connection.vendor == ("postgresql" if plugged else "sqlite")


def test_an_ordinary_visitor_gets_no_cookie_outside_the_workspace(settings):
    assert settings.SESSION_COOKIE_PATH == settings.CSRF_COOKIE_PATH == "/arbete/"
