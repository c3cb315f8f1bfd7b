import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.columns import VERSION, join, pack, unpack

KINDS = ("u1", "<u2", "<i4", "<f4")


@st.composite
def blocks(draw, kinds=KINDS):
    rows = draw(st.integers(0, 20))
    names = draw(st.lists(st.text(min_size=1, max_size=9), min_size=1, unique=True))
    made = {}
    for name in names:
        kind = np.dtype(draw(st.sampled_from(kinds)))
        raw = draw(st.binary(min_size=rows * kind.itemsize, max_size=rows * kind.itemsize))
        made[name] = np.frombuffer(raw, kind)
    return made


@given(blocks())
def test_what_is_packed_comes_back_byte_for_byte(block):
    packed = pack(block)
    back = unpack(packed)
    assert list(back) == list(block)
    for name, column in block.items():
        assert back[name].dtype == column.dtype
        assert back[name].tobytes() == column.tobytes()
    assert pack(back) == packed


@given(blocks(), st.data())
def test_a_block_that_was_cut_or_goes_on_is_refused(block, data):
    packed = pack(block)
    cut = packed[: data.draw(st.integers(0, len(packed) - 1))]
    for wrong in (cut, packed + b"\0"):
        with pytest.raises(ValueError, match="E_MALFORMED"):
            unpack(wrong)


@given(st.binary(min_size=5, max_size=80))
def test_what_nobody_packed_is_refused_and_never_anything_worse(content):
    # The kind of the column, the fifth byte after the count of rows, is none there is.
    for wrong in (content, _as_block(content[:4] + b"\1\0\x09" + content[4:])):
        with pytest.raises(ValueError, match=r"E_MALFORMED|E_VERSION"):
            unpack(wrong)


def _as_block(plain: bytes, *, said: int | None = None, version: int = VERSION) -> bytes:
    size = len(plain) if said is None else said
    return struct.pack("<BI", version, size) + zlib.compress(plain)


ONE = struct.pack("<IH", 2, 1) + b"\0\1a" + b"\3\4"


def test_the_block_that_the_next_cases_spoil_is_right_itself():
    assert unpack(_as_block(ONE))["a"].tolist() == [3, 4]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (_as_block(ONE, version=2), "E_VERSION"),
        (_as_block(ONE, said=len(ONE) - 1), "E_MALFORMED"),
        (_as_block(ONE, said=len(ONE) + 1), "E_MALFORMED"),
        (_as_block(ONE + b"\0"), "E_MALFORMED"),
        (_as_block(ONE[:-1]), "E_MALFORMED"),
        (_as_block(ONE.replace(b"\0\1a", b"\4\1a")), "E_MALFORMED"),
        (_as_block(ONE.replace(b"\0\1a", b"\0\1\xff")), "E_MALFORMED"),
        (_as_block(struct.pack("<IH", 0, 1) + b"\0\0"), "E_MALFORMED"),
        (_as_block(struct.pack("<IH", 1, 2) + b"\0\1a\0\1a" + b"\1\2"), "E_MALFORMED"),
        (_as_block(struct.pack("<IH", 0, 0)), "E_MALFORMED"),
        (_as_block(struct.pack("<IH", 2**32 - 1, 1) + b"\2\1a"), "E_MALFORMED"),
        (struct.pack("<BI", VERSION, 2**32 - 1) + zlib.compress(ONE), "E_MALFORMED"),
    ],
)
def test_a_block_that_does_not_add_up_is_refused(wrong, code):
    with pytest.raises(ValueError, match=code):
        unpack(wrong)


def test_a_bomb_is_not_unpacked():
    bomb = _as_block(ONE + bytes(50_000_000), said=len(ONE))
    with pytest.raises(ValueError, match="E_MALFORMED"):
        unpack(bomb)


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({}, "E_EMPTY"),
        ({"a": np.zeros(2, "u1"), "b": np.zeros(3, "u1")}, "E_SHAPE"),
        ({"a": np.zeros((2, 2), "u1")}, "E_SHAPE"),
        ({"a": np.zeros(2, "f8")}, "E_KIND"),
        ({"a": np.zeros(2, "i8")}, "E_KIND"),
        ({"": np.zeros(2, "u1")}, "E_NAME"),
        ({"å" * 128: np.zeros(2, "u1")}, "E_NAME"),
    ],
)
def test_what_cannot_be_kept_is_refused(columns, code):
    with pytest.raises(ValueError, match=code):
        pack(columns)


def test_numbers_of_another_byte_order_are_kept_as_the_same_numbers():
    assert unpack(pack({"a": np.array([1, 258], ">u2")}))["a"].tolist() == [1, 258]


def test_joined_blocks_hold_all_rows_and_say_nought_for_what_was_not_asked():
    first = {"age": np.array([1, 2], "u1"), "years": np.array([0.5, 0.0], "f4")}
    second = {"age": np.array([300], "<u2"), "new": np.array([-7], "<i4")}
    joined = join([unpack(pack(first)), unpack(pack(second))])
    assert {name: str(column.dtype) for name, column in joined.items()} == {
        "age": "uint16",
        "years": "float32",
        "new": "int32",
    }
    assert joined["age"].tolist() == [1, 2, 300]
    assert joined["new"].tolist() == [0, 0, -7]
    assert joined["years"][:2].tolist() == [0.5, 0.0]
    assert np.isnan(joined["years"][2])
    assert join([]) == {}


def test_whole_and_broken_numbers_do_not_become_one_column():
    with pytest.raises(ValueError, match="E_KIND"):
        join([{"a": np.zeros(1, "u1")}, {"a": np.zeros(1, "f4")}])
    with pytest.raises(ValueError, match="E_SHAPE"):
        join([{"a": np.zeros(1, "u1"), "b": np.zeros(2, "u1")}])


@given(st.lists(blocks(KINDS[:3]), max_size=4))
def test_joining_keeps_the_number_of_rows(several):
    joined = join(several)
    rows = sum(len(next(iter(block.values()))) for block in several)
    assert all(len(column) == rows for column in joined.values())
    assert set(joined) == {name for block in several for name in block}
