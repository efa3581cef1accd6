"""The window: widgets that read the session and ask it for edits; no rules live here."""
