"""The panels round the page; each shows one thing and asks the session for changes."""
