"""Bytes to text: encodings that newsrooms meet, and what is no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.read.decode import decode
from crosscheck.read.errors import CannotRead

SENTENCE = "The café owner said: “We paid €40.” — nobody objected.\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(SENTENCE.encode(), SENTENCE, id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE, id="utf-8 with a mark"),
        pytest.param(SENTENCE.encode("utf-16"), SENTENCE, id="utf-16 with a mark"),
        pytest.param(SENTENCE.encode("utf-16-le"), SENTENCE, id="utf-16 little end without a mark"),
        pytest.param(SENTENCE.encode("utf-16-be"), SENTENCE, id="utf-16 big end without a mark"),
        pytest.param(SENTENCE.encode("cp1252"), SENTENCE, id="windows-1252"),
        pytest.param(b"one\r\ntwo\rthree", "one\r\ntwo\rthree", id="line ends stay"),
    ],
)
def test_encodings(data, text):
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \n\t", "empty", id="white space only"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "PNG", id="a picture"),
        pytest.param(bytes(range(256)) * 40, "binary", id="binary data"),
    ],
)
def test_no_text(data, reason):
    with pytest.raises(CannotRead, match=reason):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_reason(data):
    try:
        assert isinstance(decode(data), str)
    except CannotRead as error:
        assert "\n" not in str(error)
