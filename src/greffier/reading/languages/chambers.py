"""Chambers of parliaments, by the proper names that head their records in any language."""

from __future__ import annotations

_NAMES = (
    "House of Commons|House of Lords|House of Representatives|House of Assembly|House of Keys|"
    "Legislative Council|Legislative Assembly|Legislative Yuan|National Assembly|"
    "National Council of Provinces|Pan-African Parliament|Scottish Parliament|Welsh Parliament|"
    "Northern Ireland Assembly|Dáil Éireann|Seanad Éireann|Lok Sabha|Rajya Sabha|Knesset|Senate|"
    "Deutscher Bundestag|Bundestag|Bundesrat|Nationalrat|Ständerat|Assemblée nationale|Sénat|"
    "Camera dei deputati|Senato della Repubblica|Congreso de los Diputados|Cámara de Diputados|"
    "Cámara de Senadores|Câmara dos Deputados|Senado Federal|Assembleia da República|"
    "Tweede Kamer|Eerste Kamer|Sejm|Riksdag|Folketing|Storting|Eduskunta|Országgyűlés|Saeima|"
    "Riigikogu|Seimas|Verkhovna Rada|Верховная Рада|Верховна Рада|Государственная Дума|"
    "Совет Федерации"
)
# The whole of a line, but for what tells that it is a record, or of which state.
CHAMBER = (
    r"(?i:(?:(?:official report|proceedings|debates?|hansard|journal|diario de sesiones)"
    r"(?: of| del?)? (?:the )?)?"
    rf"(?:the )?(?P<name>{_NAMES})(?:(?: of (?:the )?[\w ]{{3,40}})|(?: debates?\b[ -]*)"
    r"|(?: official report)| hansard| der Staten-Generaal)?)"
)
# What sits in a chamber's stead, on a line of its own.
COMMITTEE = r"(?i:(?:before the )?(?P<name>(?:sub)?committee (?:on|of) [^.;:()\n]{3,80}))"
_KEPT = {name.casefold(): name for name in _NAMES.split("|")}


def kept(printed: str) -> str:
    """Give the name of a chamber as it is kept, from one that may stand in capitals."""
    return _KEPT.get(printed.casefold(), printed)
