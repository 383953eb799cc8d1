"""Small PDF files, made by hand: what is printed where, in one of two fonts."""

from __future__ import annotations

Row = tuple[float, float, str]


def pdf_of(*pages: list[Row], encrypted: bool = False) -> bytes:
    """Make a PDF file; a row is printed where it says, in points, in bold if it begins with `*`."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{_kids(len(pages))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for n, rows in enumerate(pages):
        printed = "".join(map(_printed, rows))
        fonts = "<< /Font << /R 3 0 R /B 4 0 R >> >>"
        page = f"/MediaBox [0 0 600 800] /Resources {fonts} /Contents {6 + 2 * n} 0 R"
        objects += [
            f"<< /Type /Page /Parent 2 0 R {page} >>",
            f"<< /Length {len(printed.encode('cp1252'))} >>\nstream\n{printed}\nendstream",
        ]
    return _file([one.encode("cp1252") for one in objects], encrypted=encrypted)


def _kids(count: int) -> str:
    return " ".join(f"{5 + 2 * n} 0 R" for n in range(count))


def _printed(row: Row) -> str:
    x, y, words = row
    font = "B" if words.startswith("*") else "R"
    bare = words.removeprefix("*").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} 12 Tf 1 0 0 1 {x} {y} Tm ({bare}) Tj ET\n"


def _file(objects: list[bytes], *, encrypted: bool) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for n, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (n, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    key = b"<" + b"41" * 32 + b">"
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O %b /U %b >> /ID [<00> <00>]" % (
        key,
        key,
    )
    size = len(objects) + 1
    trailer = b"<< /Size %d /Root 1 0 R %b >>" % (size, lock if encrypted else b"")
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return bytes(out) + head + table + b"trailer %b\nstartxref\n%d\n%%%%EOF\n" % (trailer, len(out))
