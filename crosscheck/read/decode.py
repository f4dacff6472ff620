"""From bytes to text: byte order marks, UTF-8, UTF-16 without a mark, code pages, and what is no text at all.

What bytes are tells more than what is declared of them: text that decodes as UTF-8 is UTF-8.
"""

from __future__ import annotations

import codecs
import re

from crosscheck.read.errors import CannotRead

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLE = b"\xd0\xcf\x11\xe0"
_BINARY = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file"),
    (b"%!PS", "a PostScript file; save it as PDF"),
    (_OLE, "an old Office file; save it as .docx"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
)
_SAMPLE = 65_536
_DECLARED = re.compile(
    rb"""(?:<\?xml[^<>]{0,100}\bencoding|<meta[^<>]{0,200}\bcharset)\s*=\s*["']?([A-Za-z0-9_-]{2,40})""", re.I
)
_WESTERN = frozenset(
    "utf-8 utf8 us-ascii ascii iso-8859-1 iso8859-1 iso_8859-1 latin-1 latin1 windows-1252 cp1252".split()
)
MANY_HIGH = 0.2  # English with accents and typographic marks has 3 % of such bytes, other scripts half or more
_ACCIDENT = re.compile(
    "(?<=[a-z])[\u00c0-\u00dd](?![A-Z])|[\u00d2-\u00d5](?=[A-Za-z ])"
    "|[\u0080-\u009f\ufffd\u25ca\u2202\u2206\u220f\u2211\u221a\u221e\u222b\u2248\u2260\u2264\u2265\uf8ff]"
)
# the beginnings of UTF-8 read as a code page: a cheap look before the repair
_GARBLED = re.compile(
    "[\u00c2\u00c3\u00c4\u00c5\u00c6\u00d0\u00d1\u00e2\u00ef\u00f0][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2044\u20ac\u2122]"
)
MAX_LINE = 100_000  # characters of a line that is repaired
MAX_CONTROL_SHARE = 0.02  # real text has next to no control characters; binary files have 10 % and more


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``. Line ends stay as they are; a byte order mark is no character of the text.

    ``declared`` is an encoding that something says of the bytes; else what a page or an XML file says of itself counts.
    Raises CannotRead for empty and for binary data.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise CannotRead("the file is empty")
    if data.startswith(_OLE) and "__substg1.0".encode("utf-16-le") in data:
        raise CannotRead("not an article: it is an Outlook message; save it as .eml")
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise CannotRead(f"not an article: it is {what}")
    text = _decoded(data, declared)
    sample = text[:_SAMPLE]
    odd = sum(1 for c in sample if (c < " " and c not in "\t\n\r\f\v") or c == "\ufffd")
    if odd > MAX_CONTROL_SHARE * len(sample):
        raise CannotRead("not an article: it looks like binary data")
    return text


def _decoded(data: bytes, declared: str | None) -> str:
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
    return _in_code_page(data, declared)


def _in_code_page(data: bytes, declared: str | None) -> str:
    """Text in a declared code page, else in the one in which it looks least like an accident."""
    said = _DECLARED.search(data[:1024])
    for name in (declared, said[1].decode("ascii") if said else None):
        # what is declared as Latin-1 is Windows-1252 as a rule, and the standard for pages says so too
        if name and name.lower() not in _WESTERN:
            try:
                return data.decode(name)
            except (LookupError, UnicodeError):
                continue
    if sum(byte > 127 for byte in data[:_SAMPLE]) > MANY_HIGH * len(data[:_SAMPLE]):
        from charset_normalizer import from_bytes

        best = from_bytes(data[:_SAMPLE]).best()  # another script: Cyrillic, Greek, Chinese ...
        if best is not None and best.encoding not in ("ascii", "utf_8"):
            try:
                return data.decode(best.encoding)
            except (LookupError, UnicodeError):
                pass
    # five bytes are undefined in Windows-1252; a file with them is still read, the bytes shown as unknown
    western = data.decode("cp1252", errors="replace")
    apple = data.decode("mac_roman")
    return apple if _accidents(apple) < _accidents(western) else western


def _accidents(text: str) -> int:
    """Signs of a wrong code page: capitals with accents inside or at the end of a word, and what no text holds."""
    return len(_ACCIDENT.findall(text))


def repaired(text: str) -> tuple[str, int]:
    """The text with what was once decoded wrongly ("â€™" for "’") set right, and in how many lines that was."""
    if not _GARBLED.search(text):
        return text, 0
    from ftfy import fix_encoding

    lines = text.splitlines(keepends=True)
    fixed = [fix_encoding(line) if len(line) <= MAX_LINE and _GARBLED.search(line) else line for line in lines]
    return "".join(fixed), sum(a != b for a, b in zip(lines, fixed, strict=True))


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
