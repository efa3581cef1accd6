"""The resolution on paper: pages with their heads, feet and footnotes."""
