import signal
import socket

import pytest

from tools import serve


@pytest.mark.parametrize("word", ["", "abc", "-1", "0", "65536", "80a"])
def test_a_port_that_is_none_is_refused_in_a_sentence(monkeypatch, word):
    monkeypatch.setenv("PORT", word)
    with pytest.raises(SystemExit, match=r"PORT must be a number from 1 to 65535"):
        serve.chosen_port()


def test_without_a_port_it_is_8000(monkeypatch):
    monkeypatch.delenv("PORT", raising=False)
    assert serve.chosen_port() == 8000


@pytest.mark.enable_socket
def test_a_port_that_is_taken_is_said_before_anything_is_done():
    with socket.create_server((serve.HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Port {port} is taken"):
            serve.must_be_free(port)
    serve.must_be_free(port)


def test_the_second_asking_does_not_interrupt_the_ending():
    before = {asking: signal.getsignal(asking) for asking in serve.ENDINGS}
    try:
        with pytest.raises(KeyboardInterrupt):
            serve._asked_to_end(signal.SIGTERM, None)
        assert {signal.getsignal(asking) for asking in serve.ENDINGS} == {signal.SIG_IGN}
    finally:
        for asking, handler in before.items():
            signal.signal(asking, handler)


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_done(tmp_path):
    serve.must_be_writable(tmp_path / "new" / "var")
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    with pytest.raises(SystemExit, match=r"Nothing can be written in .*file"):
        serve.must_be_writable(in_the_way / "var")
