"""The page on which a resolution is typed."""
