"""What servers do that they should not, each with what must become of it.

The tests hold the program to it, and `benchmarks.reliability.fetch` says how long each took.
"""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass

from tests.fetching.server import PAGE, Behaviour, answer, drip, raw, redirect, reset, silent

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
XML = "application/xml"
BUSY = "503 Service Unavailable"
MOST = 200_000  # bytes that the tests let an answer have
_BOMB = gzip.compress(b"0" * (2 * MOST))
_TWICE = gzip.compress(gzip.compress(b"0" * (2 * MOST)))
_LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@dataclass(frozen=True, slots=True)
class Case:
    """One misbehaviour.

    Args:
        name: what the server does.
        becomes: `fetched`, `listed` with its fault as `listing`, or the reason of the failure.
        does: what it does for the address, one after the other.
        robots: what it does when it is asked for robots.txt; not found unless said.
        tries: how often the address is asked for.
    """

    name: str
    becomes: str
    does: tuple[Behaviour, ...]
    robots: Behaviour | None = None
    tries: int = 1


def _chunked(*chunks: bytes) -> bytes:
    whole = b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in chunks)
    return OK + b"Transfer-Encoding: chunked\r\n\r\n" + whole


def _xml(text: str) -> Behaviour:
    return answer(text.encode(), media_type=XML)


CASES = (
    # too slow, too much
    Case("a byte of the headers now and then, for ever", "slow", (drip(OK, b"X", every=0.05),)),
    Case(
        "a byte of the page now and then, for ever",
        "slow",
        (drip(OK + b"Content-Length: 9000\r\n\r\n", b"x", every=0.05),),
    ),
    Case("nothing at all", "silent", (silent(),), tries=3),
    Case("a head, and then nothing", "silent", (silent(OK + b"\r\n"),), tries=3),
    Case("a page without an end", "large", (drip(OK + b"\r\n", b"x" * 9000, every=0),)),
    Case(
        "chunks without an end",
        "large",
        (drip(_chunked(), b"2000\r\n" + b"x" * 0x2000 + b"\r\n", every=0),),
    ),
    Case("headers without an end", "answer", (drip(OK, b"X: y\r\n" * 900, every=0),)),
    Case("a length beyond the bound", "large", (raw(OK + b"Content-Length: 99999999\r\n\r\nx"),)),
    Case(
        "a gzip bomb",
        "large",
        (answer(_BOMB, "Content-Encoding: gzip"),),
    ),
    Case(
        "a gzip bomb in pieces",
        "large",
        (answer(gzip.compress(b"0" * (MOST // 2)) * 4, "Content-Encoding: gzip"),),
    ),
    Case(
        "gzip in eight thousand empty pieces",
        "cut",
        (answer(gzip.compress(b"") * 8_000 + b"\x1f\x8b", "Content-Encoding: gzip"),),
        tries=3,
    ),
    Case(
        "a site map in a gzip bomb",
        "large",
        (answer(_BOMB, media_type="application/gzip"),),
    ),
    Case(
        "a gzip bomb in a gzip file",
        "large",
        (answer(_TWICE, "Content-Encoding: gzip", media_type="application/gzip"),),
    ),
    # broken off, wrong
    Case("a connection reset in the page", "cut", (reset(OK + b"\r\n" + PAGE[:40]),), tries=3),
    Case(
        "a connection reset in the page, once",
        "fetched",
        (reset(OK + b"\r\n" + PAGE[:40]), answer()),
        tries=2,
    ),
    Case("a connection closed before the status", "cut", (raw(b""),), tries=3),
    Case(
        "a length that is too great",
        "cut",
        (raw(OK + b"Content-Length: 9999\r\n\r\n" + PAGE),),
        tries=3,
    ),
    Case(
        "bytes behind the length",
        "fetched",
        (raw(OK + f"Content-Length: {len(PAGE)}\r\n\r\n".encode() + PAGE + b"HTTP/1.1 200 OK"),),
    ),
    Case("two lengths", "answer", (raw(OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy"),)),
    Case("a length that is no number", "answer", (raw(OK + b"Content-Length: -1\r\n\r\nxy"),)),
    Case("a chunk of no length", "answer", (raw(_chunked() + b"zz\r\nxy"),)),
    Case("chunks that break off", "cut", (raw(_chunked(PAGE)),), tries=3),
    Case(
        "chunks that say more than their length",
        "fetched",
        (
            raw(
                _chunked(PAGE[:9], PAGE[9:]).replace(b"\r\n9\r\n", b"\r\n9;a=b\r\n")
                + b"0;c\r\nX: y\r\n\r\n"
            ),
        ),
    ),
    Case(
        "lines of headers that end as those of a text",
        "fetched",
        (raw(OK.replace(b"\r\n", b"\n") + b"\n" + PAGE),),
    ),
    Case("headers that are none", "answer", (raw(OK + b"no header\r\n\r\nx"),)),
    Case("a NUL in a header", "answer", (raw(OK + b"X: a\0b\r\n\r\nx"),)),
    Case("another protocol", "answer", (raw(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"),)),
    Case(
        "headers in no encoding",
        "fetched",
        (raw(OK + b"X-Title: \xd1\xee\xe2\xe5\xf2\r\nServer: \xff\r\n\r\n" + PAGE),),
    ),
    Case(
        "a hint before the answer",
        "fetched",
        (raw(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + OK + b"\r\n" + PAGE),),
    ),
    Case(
        "zlib without its head",
        "cut",
        (answer(zlib.compress(PAGE)[2:-4], "Content-Encoding: deflate"),),
        tries=3,
    ),
    Case("zlib", "fetched", (answer(zlib.compress(PAGE), "Content-Encoding: deflate"),)),
    Case("gzip", "fetched", (answer(gzip.compress(PAGE), "Content-Encoding: GZIP"),)),
    Case(
        "gzip in two pieces",
        "fetched",
        (answer(gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]), "Content-Encoding: gzip"),),
    ),
    Case("gzip that is cut off", "cut", (answer(_BOMB[:60], "Content-Encoding: gzip"),), tries=3),
    Case("a coding that was not asked for", "answer", (answer(PAGE, "Content-Encoding: br"),)),
    Case("a film", "type", (answer(b"0" * 99, media_type="video/mp4"),)),
    # for now, and for good
    Case(
        "429, then a page", "fetched", (answer(status="429 Too Many Requests"), answer()), tries=2
    ),
    Case(
        "503 that wants 7 seconds, then a page",
        "fetched",
        (answer(b"", "Retry-After: 7", status=BUSY), answer()),
        tries=2,
    ),
    Case("503 that wants an hour", "wait", (answer(b"", "Retry-After: 3600", status=BUSY),)),
    Case(
        "503 until a day of another century",
        "wait",
        (answer(b"", "Retry-After: Fri, 01 Jan 2100 00:00:00 GMT", status=BUSY),),
    ),
    Case(
        "503 that wants what is no time",
        "status",
        (answer(b"", "Retry-After: soon \x01", status=BUSY),),
        tries=3,
    ),
    Case(
        "503 until a year that no machine counts to",
        "status",
        (answer(b"", f"Retry-After: Mon, 01 Jan {'9' * 20} 00:00:00 GMT", status=BUSY),),
        tries=3,
    ),
    Case("500 and again 500", "status", (answer(status="500 Internal Server Error"),), tries=3),
    Case(
        "500, then a page",
        "fetched",
        (answer(status="500 Internal Server Error"), answer()),
        tries=2,
    ),
    Case("404", "status", (answer(b"gone", status="404 Not Found"),)),
    Case(
        "404 without an end",
        "status",
        (drip(OK.replace(b"200 OK", b"404 No") + b"\r\n", b"x", every=0),),
    ),
    Case("a status that nobody knows", "status", (answer(status="799 Hm"),)),
    # elsewhere
    Case("a redirect to itself", "redirects", (redirect("/page"),)),
    Case(
        "a redirect to the next address, and so on",
        "redirects",
        tuple(redirect(f"/page?{n}") for n in range(9)),
    ),
    Case("a redirect to nowhere", "answer", (answer(b"", status="301 Moved Permanently"),)),
    Case("a redirect to a file", "redirects", (redirect("file:///etc/passwd"),)),
    Case("a redirect to another protocol", "redirects", (redirect("gopher://a:70/_x"),)),
    Case("a redirect to a port of mail", "redirects", (redirect("http://example.org:25/"),)),
    Case("a redirect with a user's name", "redirects", (redirect("http://u:secret@example.org/"),)),
    Case("a redirect to a private address", "private", (redirect("http://private.test/"),)),
    Case(
        "a redirect to the address of this machine",
        "private",
        (redirect("http://127.0.0.2:8642/"),),
    ),
    Case("a redirect to an address in hex", "private", (redirect("http://0x7f.1/"),)),
    Case("a redirect to IPv4 within IPv6", "private", (redirect("http://[::ffff:10.0.0.1]/"),)),
    Case(
        "a redirect to what a cloud tells its own",
        "private",
        (redirect("http://169.254.169.254/latest/meta-data/"),),
    ),
    # robots.txt
    Case(
        "robots.txt that refuses",
        "robots",
        (answer(),),
        robots=answer(b"User-agent: *\nDisallow: /", media_type="text/plain"),
        tries=0,
    ),
    Case("robots.txt that fails", "robots", (answer(),), robots=answer(status=BUSY), tries=0),
    Case(
        "robots.txt with a fault that nobody knows",
        "robots",
        (answer(),),
        robots=answer(status="520 Hm"),
        tries=0,
    ),
    Case(
        "robots.txt that wants endless pauses",
        "robots",
        (answer(),),
        robots=answer(b"User-agent: *\nCrawl-delay: 1e999", media_type="text/plain"),
        tries=0,
    ),
    Case("robots.txt that says nothing", "robots", (answer(),), robots=silent(), tries=0),
    Case(
        "robots.txt without an end",
        "robots",
        (answer(),),
        robots=drip(OK + b"\r\n", b"Disallow: /\n" * 900, every=0),
        tries=0,
    ),
    Case(
        "robots.txt that leads on and on",
        "fetched",
        (answer(),),
        robots=redirect("/robots.txt"),
    ),
    Case("robots.txt that is forbidden", "fetched", (answer(),), robots=answer(status="403 No")),
    Case(
        "robots.txt that wants an hour's pause",
        "robots",
        (answer(),),
        robots=answer(b"User-agent: greffier\nCrawl-delay: 3600", media_type="text/plain"),
        tries=0,
    ),
    Case(
        "robots.txt of bytes",
        "fetched",
        (answer(),),
        robots=answer(bytes(range(256)) * 90, media_type="text/plain"),
    ),
    # feeds and site maps
    Case(
        "a feed that laughs a billion times",
        "listing",
        (
            _xml(
                f'<!DOCTYPE rss [<!ENTITY l0 "ha">{_LOL}]><rss><item><link>&l9;</link></item></rss>'
            ),
        ),
    ),
    Case(
        "a feed that reads a file of this machine",
        "listing",
        (
            _xml(
                '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                "<rss><item><link>&x;</link></item></rss>"
            ),
        ),
    ),
    Case("a site map that breaks off", "listing", (_xml("<urlset><url><loc>http://a.org/1"),)),
    Case("a site map of thirty thousand levels", "listing", (_xml("<urlset>" + "<a>" * 30_000),)),
    Case("XML that is no list", "type", (_xml("<note>to self</note>"),)),
)
