"""The United Nations' own open data: what there is, where, and on which terms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.core.model import Organ

SOURCE = "https://github.com/UNxml"
REPOSITORIES = {
    Organ.GA: "GAresolutions",
    Organ.SC: "SCresolutions",
    Organ.HRC: "HRCresolutions",
    Organ.ECOSOC: "ECOSOCresolutions",
}
TERMS = (
    "Source: United Nations (DGACM), open data in Akoma Ntoso, https://github.com/UNxml. "
    "These are unofficial copies, given without any warranty; the official texts are those that "
    "the United Nations publishes. Whoever uses them acknowledges the United Nations as the source."
)
FOLDER = "downloads"
_ARCHIVE = re.compile(r"\.(?:zip|tar\.gz|tgz|tar\.xz|txz|tar\.bz2)$", re.IGNORECASE)


def addresses(organs: Sequence[Organ], source: str = SOURCE) -> dict[str, str]:
    """The archives to fetch, by name; a source that is an archive itself is the only one."""
    if _ARCHIVE.search(source):
        return {source.rsplit("/", 1)[-1]: source}
    base = source.rstrip("/")
    names = [REPOSITORIES[organ] for organ in organs if organ in REPOSITORIES]
    return {f"{name}.zip": f"{base}/{name}/archive/HEAD.zip" for name in names}
