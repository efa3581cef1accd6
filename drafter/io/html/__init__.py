"""Web pages and clipboards: the HTML of Word, LibreOffice and browsers becomes a draft."""

from drafter.io.html.read import html_source, html_words, read_html

__all__ = ["html_source", "html_words", "read_html"]
