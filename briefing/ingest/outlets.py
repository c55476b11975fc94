"""Which outlet a page is of: as it states it, else as it names itself in its own appeals; and its address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit, urlunsplit

from briefing.ingest.dates import find_dates
from briefing.ingest.naming import HIDDEN
from briefing.ingest.words import word_list

ADDRESS = re.compile(r"https?://[^\s<>\"'“”|\x00-\x1f]{4,2000}", re.IGNORECASE)
USER = re.compile(r"(?<=://)[^\s/?#@<>\"]{1,300}(?=@)")
SOURCE_ADDRESS = re.compile(
    r"^\W{0,3}(?:source|via|link|url|original(?: article| source)?|full story|originally published at)\b.{0,30}$",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s©:,()c]{0,6}(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,:.-]{0,3}(?:by\s)?(?P<name>[A-Z][^.,;|©()\d\n]{1,50})?",
    re.IGNORECASE,
)
SOURCE_LINE = re.compile(r"^\W{0,2}[Ss]ources?:\s?(?P<name>[A-Z][\w.&’'\- ]{1,40})\W{0,2}$")
PUBLISHED_IN = re.compile(
    r"^(?:first |originally )?published (?:in|by|on) (?P<name>[A-Z][\w’'&-]{1,20}(?: [A-Z][\w’'&-]{1,20}){0,4})\b"
)
AGENCY = re.compile(
    r"""^(?:[A-Z][\w.'’-]{1,20}(?:[ /][A-Z][\w.'’-]{1,20}){0,3}(?:,\ [^()–—-]{2,40}){0,2}\ )?
        \((?!BREAKING|UPDATE|VIDEO|PHOTO|EXCLUSIVE|WATCH|OPINION|LIVE)(?P<name>[A-Z][A-Za-z.&’' ]{1,30})\)\ ?[-–—:]""",
    re.VERBOSE,
)
"""A dateline that names its wire: "GENEVA, May 3 (Wire) -"."""
AND_AGENCIES = re.compile(r" (?:and|with|,|&) (?:other |news |wire )*(?:agencies|agency|inputs|reports?)\W{0,2}$")
NAME_END = re.compile(
    r"\b(?:[Aa]ll [Rr]ights|ALL RIGHTS|Ltd|LTD|Limited|Inc|LLC|DAC|PLC|plc|GmbH|Pvt|Pty|and its|via|Click|Reg)\b"
)
NOT_OUTLETS = word_list("not_outlets")
ITSELF = re.compile(r"\b[Tt]he (?P<name>[A-Z][\w’'&-]{1,20}(?: (?:of |and |& )?[A-Z][\w’'&-]{1,20}){0,3})")
ACTS = (
    r"\b(?:[Tt]he )?{name}(?:’s|'s)? (?:is|are|has|was|does|will|can|needs|relies|believes|brings|offers|app|readers?"
    r"|journalis|newsletters?|account|subscri|members?|newsroom|website|team|reporters?|coverage|community)\b"
)


def safe_address(address: str | None) -> str | None:
    """An http or https address without user and password, None for anything else."""
    if (
        not address
        or not address.lower().startswith(("http://", "https://"))
        or re.search(r"[\s<>\"]", address)
        or HIDDEN.search(address)
    ):
        return None
    try:
        parts = urlsplit(address.rstrip(".,;)"))
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host or not re.fullmatch(r"[\w.-]{1,253}|[0-9a-f:.]{2,45}", host):
        return None
    place = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, f"{place}:{port}" if port else place, parts.path, parts.query, parts.fragment))


def hide_passwords(text: str) -> str:
    """``text`` with the user and password of every address in it overwritten, letter by letter: offsets stay."""
    return USER.sub(lambda match: "*" * len(match.group()), text) if "@" in text else text


def source_address(dropped: Iterable[tuple[str, str]]) -> str | None:
    """The address that a page gives as its own, from (rule, text) of what was dropped."""
    found: list[tuple[int, str]] = []
    for rule, text in dropped:
        for match in ADDRESS.finditer(text):
            lead = text[: match.start()].strip()
            if safe := safe_address(match.group()):
                if SOURCE_ADDRESS.match(lead) and lead:
                    found.append((0, safe))
                elif rule == "url" and not lead:
                    found.append((1, safe))
    best = min((rank for rank, _ in found), default=None)
    addresses = list(dict.fromkeys(safe for rank, safe in found if rank == best))
    return addresses[0] if best == 0 or len(addresses) == 1 else None


def host_of(address: str | None) -> str | None:
    """The host of an address without "www."."""
    host = urlsplit(address).hostname if address else None
    return host.removeprefix("www.") if host else None


def stated_outlet(dropped: Sequence[tuple[str, str]], lead: str) -> str | None:
    """The outlet named in a copyright line, a "Source: NAME" line, or the dateline's wire."""
    for _, text in dropped:
        if "©" in text or "opyright" in text or "(c)" in text:
            match = COPYRIGHT.search(text)
            if match and match["name"] and (name := _outlet(match["name"])):
                return name
    for rule, line in dropped:
        text = AND_AGENCIES.sub("", line)
        if rule == "stamp" and (match := PUBLISHED_IN.match(text[:1].lower() + text[1:])) and not find_dates(match[0]):
            return match["name"].strip()
        if rule == "credit" and (match := SOURCE_LINE.match(text)):
            return match["name"].strip()
    match = AGENCY.match(lead[:120])
    return match["name"].strip() if match and not match["name"].isdigit() else None


def _outlet(name: str) -> str | None:
    """A holder of rights as an outlet's name, None if the words are none."""
    name = NAME_END.split(name)[0].strip(" -–:/")
    words = name.split()
    if not words or words[0].lower() in NOT_OUTLETS - {"the"} or len(words) > 6 or name.islower():
        return None
    return name if words[-1].lower() != "the" else None


def outlet_in_appeals(dropped: Sequence[tuple[str, str]]) -> str | None:
    """The name by which a page calls itself in its own appeals.

    Only with good evidence: "The NAME" or "NAME" stands in at least two of the appeals' lines, and at least one of
    them says what NAME is, does or has ("The Gazette is ...", "Gazette readers").
    """
    lines = [text for rule, text in dropped if rule in {"plea", "subscribe", "sign-in", "comments", "share", "legal"}]
    names: Counter[str] = Counter()
    for text in lines:
        names.update({match["name"].removesuffix("’s").removesuffix("'s") for match in ITSELF.finditer(text)})
    ranked = []
    for name in names:
        bare = re.compile(rf"\b{re.escape(name)}\b")
        count = sum(bool(bare.search(text)) for text in lines)
        acts = re.compile(ACTS.format(name=re.escape(name)))
        if count >= 2 and any(acts.search(text) for text in lines):
            ranked.append((-count, -len(name), name))
    if not ranked:
        return None
    name = min(ranked)[2]
    return f"The {name}" if any(f"The {name}" in text or f"the {name}" in text for text in lines) else name
