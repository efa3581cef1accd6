"""The signs of punctuation, in the forms that the scripts of all languages give them."""

from __future__ import annotations

import re

COMMAS = ",،，"
SEMICOLONS = ";؛；"
COLONS = ":："
FULL_STOPS = ".。"
WEAK_STOPS = COMMAS + SEMICOLONS + COLONS
"""What ends a part of a sentence."""
STOPS = WEAK_STOPS + FULL_STOPS + "、"
"""What may stand at the end of a paragraph, rightly or wrongly."""
CLOSERS = ")]»”’\"'）」』》"
"""What may close a quotation or brackets after the end mark."""

BULLETS = "•◦▪▫■□●○·‣⁃*-‐‑–—"
"""What stands before the entries of a list that has no letters."""

JOINING_WORD = re.compile(rf"[{COMMAS}{SEMICOLONS}]\s*\w{{1,3}}$")
"""An item that ends in “; and”: a habit the editors leave alone."""
