"""Words and signs that a fuzzer puts in: what patterns and parsers look for."""

from __future__ import annotations

from typing import Final

from tests.reading.test_bounds import UNITS

_SIGNS = """<p> </p> <b> <script> <!-- --> <br> <h1> <table><tr><td> href=" property="
itemprop="articleBody" <article> &nbsp; &#x202e; ]]> <![CDATA[ <?xml <!DOCTYPE <!ENTITY
w:p w:r w:t w:tbl w:tc w:del w:pStyle w:hyperlink w:val="
** __ ]( --- ... ``` &a *a !!python/object: |
Content-Type: boundary=" =?utf-8?B? ?= base64 quoted-printable multipart/mixed message/rfc822
/Kids /Pages /Contents /Length stream endstream endobj xref trailer /Encrypt
PK\x03\x04 PK\x01\x02 PK\x05\x06 WARC/1.0 WARC-Type: Content-Length: HTTP/1.1 chunked
AND OR NOT NEAR/5 ~5 * ? " « » ( ) = -
{"schema": [[ null 1e999 -0 "\\ud800" "span": <u <seg <note <TEI w:1,2"""
_CHARACTERS = ("\0", "\u202e", "\u2066", "\ufeff", "\u200b", "\u00ad", "\u00a0", "\u2028", "\x85")
_LONGEST = 60  # bytes that libFuzzer takes

WORDS: Final = tuple(
    dict.fromkeys(
        word
        for word in (*_SIGNS.split(), *_CHARACTERS, *UNITS.values())
        if 0 < len(word.encode()) <= _LONGEST
    )
)
