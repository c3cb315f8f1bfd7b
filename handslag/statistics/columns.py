"""Answers kept as columns of numbers: a block of them in few bytes, and back again.

A block begins with a version and the size of what follows unpacked; then, packed by
zlib, how many rows and columns there are, each column's name and kind, and last the
numbers of each column, little-endian.
"""

import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[Any]
Columns = dict[str, Column]

VERSION = 1
MOST_BYTES = 512 * 1024 * 1024  # of one block unpacked: no honest block is as large
_KINDS = (np.dtype("<u1"), np.dtype("<u2"), np.dtype("<i4"), np.dtype("<f4"))
_OUTER = struct.Struct("<BI")
_INNER = struct.Struct("<IH")
_NAMED = struct.Struct("<BB")
_LONGEST_NAME = 255
_MOST_COLUMNS = 0xFFFF


def pack(columns: Mapping[str, Column]) -> bytes:
    """One block of columns: 1-D, of one length, uint8, uint16, int32 or float32.

    The same columns give the same bytes. Raises ValueError: E_EMPTY without a column,
    E_SHAPE for different lengths, E_KIND for other numbers, E_NAME, E_TOO_LARGE.
    """
    if not columns:
        raise ValueError("E_EMPTY")
    if len({column.shape for column in columns.values()}) > 1:
        raise ValueError("E_SHAPE")
    rows = _rows(next(iter(columns.values())))
    if len(columns) > _MOST_COLUMNS:
        raise ValueError("E_TOO_LARGE")
    heads = [_INNER.pack(rows, len(columns))]
    numbers = []
    for name, column in columns.items():
        kind, called = _kind(column), name.encode()
        if not 0 < len(called) <= _LONGEST_NAME:
            raise ValueError("E_NAME")
        heads.append(_NAMED.pack(kind, len(called)) + called)
        numbers.append(np.ascontiguousarray(column, dtype=_KINDS[kind]).tobytes())
    plain = b"".join([*heads, *numbers])
    if len(plain) > MOST_BYTES:
        raise ValueError("E_TOO_LARGE")
    return _OUTER.pack(VERSION, len(plain)) + zlib.compress(plain)


def _rows(column: Column) -> int:
    if column.ndim != 1:
        raise ValueError("E_SHAPE")
    return int(column.shape[0])


def _kind(column: Column) -> int:
    own = column.dtype.newbyteorder("<")
    if own not in _KINDS:
        raise ValueError("E_KIND")
    return _KINDS.index(own)


def unpack(block: bytes) -> Columns:
    """The columns of a block, in the order they had; they cannot be written to.

    Raises ValueError: E_MALFORMED for anything that `pack` has not made, E_VERSION for
    a block of another version.
    """
    plain = _plain(block)
    try:
        return _read(plain)
    except (struct.error, UnicodeDecodeError) as error:
        raise ValueError("E_MALFORMED") from error


def _plain(block: bytes) -> bytes:
    if len(block) < _OUTER.size:
        raise ValueError("E_MALFORMED")
    version, size = _OUTER.unpack_from(block)
    if version != VERSION:
        raise ValueError("E_VERSION")
    if size > MOST_BYTES:
        raise ValueError("E_MALFORMED")
    inflated = zlib.decompressobj()
    try:
        # One byte more than is said, so that a block which says too little is seen.
        plain = inflated.decompress(block[_OUTER.size :], size + 1)
    except zlib.error as error:
        raise ValueError("E_MALFORMED") from error
    if len(plain) != size or not inflated.eof or inflated.unused_data:
        raise ValueError("E_MALFORMED")
    return plain


def _read(plain: bytes) -> Columns:
    rows, many = _INNER.unpack_from(plain)
    at, heads = _INNER.size, []
    for _ in range(many):
        kind, length = _NAMED.unpack_from(plain, at)
        at += _NAMED.size + length
        called = plain[at - length : at]
        if kind >= len(_KINDS) or len(called) != length or not length:
            raise ValueError("E_MALFORMED")
        heads.append((called.decode(), _KINDS[kind]))
    due = sum(rows * kind.itemsize for _, kind in heads)
    if len(plain) - at != due or not many or len({name for name, _ in heads}) != many:
        raise ValueError("E_MALFORMED")
    columns: Columns = {}
    for name, kind in heads:
        columns[name] = np.frombuffer(plain, kind, rows, at)
        at += rows * kind.itemsize
    return columns


def join(blocks: Sequence[Mapping[str, Column]]) -> Columns:
    """All rows of several blocks, in their order, each column as wide as it needs to be.

    A column that a block lacks is 0 in its rows, "not asked", and not-a-number where
    the column holds float32, in which 0 is an answer. Raises ValueError: E_KIND where
    whole numbers meet broken ones, E_SHAPE for columns of different lengths.
    """
    lengths = [_length(block) for block in blocks]
    names = dict.fromkeys(name for block in blocks for name in block)
    return {name: _joined(name, blocks, lengths) for name in names}


def _length(block: Mapping[str, Column]) -> int:
    lengths = {_rows(column) for column in block.values()}
    if len(lengths) > 1:
        raise ValueError("E_SHAPE")
    return lengths.pop() if lengths else 0


def _joined(
    name: str, blocks: Sequence[Mapping[str, Column]], lengths: Sequence[int]
) -> Column:
    kinds = {_kind(block[name]) for block in blocks if name in block}
    widest = _KINDS[max(kinds)]
    if widest.kind == "f" and len(kinds) > 1:
        raise ValueError("E_KIND")
    filling = np.nan if widest.kind == "f" else 0
    joined = np.full(sum(lengths), filling, widest)
    at = 0
    for block, rows in zip(blocks, lengths, strict=True):
        if name in block:
            joined[at : at + rows] = block[name]
        at += rows
    return joined
