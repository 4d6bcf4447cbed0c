"""Bytes → text, untouched: what is not plain UTF-8 is refused with what it seems to be."""

import codecs

from kg.errors import IngestError

MAX_CHARACTERS = 200_000  # some 35,000 words; the parser's memory grows with the length of one text

_SIGNATURES = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\x1f\x8b": "a gzip file",
    b"{\\rtf": "an RTF file",
}


def decode_text(data: bytes, *, where: str) -> str:
    """Return the text, each line ending and each character as it is.

    A UTF-8 signature (byte order mark) at the very beginning is no character of the text: offsets count from after it.

    Raises:
        IngestError: the bytes are empty, binary, in another encoding, or longer than one article can be.
    """
    refuse_too_long(len(data) // 4, where=where)
    return check_text(decode_bytes(data, where=where), where=where)


def decode_bytes(data: bytes, *, where: str) -> str:
    """Return the characters of UTF-8 bytes.

    Raises:
        IngestError: the bytes are binary or in another encoding.
    """
    for start, what in _MAGIC.items():
        if data.startswith(start):
            raise IngestError(f"is {what}, not plain text", where=where, remedy="Extract its text first.")
    for start, encoding in _SIGNATURES.items():
        if data.startswith(start):
            raise _in_other_encoding(encoding, where)
    if b"\0" in data:
        raise IngestError("is a binary file, not plain text", where=where, remedy="Give a .txt or .jsonl file.")
    return _decode(data.removeprefix(codecs.BOM_UTF8), where)


def check_text(text: str, *, where: str) -> str:
    """Return the text if an article can have it.

    Raises:
        IngestError: it is blank, too long, or holds code points that are no characters.
    """
    if not text.strip():
        raise IngestError("has no text", where=where, remedy="Give an article with at least one sentence.")
    refuse_too_long(len(text), where=where)
    if "\0" in text:
        raise IngestError("has a NUL character in its text", where=where, remedy="Remove it.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise IngestError(
            f"has half a character (a lone surrogate) at offset {error.start}", where=where, remedy="Mend the escape."
        ) from None
    return text


def refuse_too_long(characters: int, *, where: str) -> None:
    """Raise IngestError if one article is longer than `MAX_CHARACTERS`."""
    if characters > MAX_CHARACTERS:
        raise IngestError(
            f"is too long for one article: over {MAX_CHARACTERS:,} characters",
            where=where,
            remedy="Split it: one article a .txt file, or one a line in a .jsonl file.",
        )


def _decode(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _looks_like_text(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise _in_other_encoding("Latin-1 or Windows-1252", f"{where}:{line}") from None
        raise IngestError(
            "is a binary file, not plain text", where=where, remedy="Give a .txt or .jsonl file."
        ) from None


def _looks_like_text(data: bytes) -> bool:
    controls = sum(byte < 9 or 13 < byte < 32 for byte in data[:4096])
    return controls == 0


def _in_other_encoding(encoding: str, where: str) -> IngestError:
    source = "WINDOWS-1252" if encoding.startswith("Latin") else encoding
    return IngestError(
        f"is not UTF-8; it seems to be {encoding}",
        where=where,
        remedy=f"Convert it: iconv -f {source} -t UTF-8 OLD > NEW",
    )
