"""From bytes to text: byte order marks, UTF-8, UTF-16 without a mark, Windows-1252, and what is no text at all."""

from __future__ import annotations

import codecs

from crosscheck.read.errors import CannotRead

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as .docx"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
)
_SAMPLE = 65_536
MAX_CONTROL_SHARE = 0.02  # real text has next to no control characters; binary files have 10 % and more


def decode(data: bytes) -> str:
    """The text of ``data``. Line ends stay as they are; a byte order mark is no character of the text.

    Raises CannotRead for empty and for binary data.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise CannotRead("the file is empty")
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise CannotRead(f"not an article: it is {what}")
    text = _decoded(data)
    sample = text[:_SAMPLE]
    odd = sum(1 for c in sample if (c < " " and c not in "\t\n\r\f\v") or c == "\ufffd")
    if odd > MAX_CONTROL_SHARE * len(sample):
        raise CannotRead("not an article: it looks like binary data")
    return text


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    wide = _utf16_without_mark(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # one torn character in a long UTF-8 file is damage, not another encoding
        if data.count(b"\xc3") + data.count(b"\xe2\x80") > 4 and error.start > len(data) * 0.9:
            return data.decode("utf-8", errors="replace")
    if b"\x00" in data[:_SAMPLE]:
        raise CannotRead("not an article: it looks like binary data")
    # five bytes are undefined in Windows-1252; a file with them is still read, the bytes shown as unknown
    return data.decode("cp1252", errors="replace")


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None
