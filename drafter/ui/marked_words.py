"""Words that came or went, marked in HTML: the spaces round them are not underlined."""

from __future__ import annotations

from html import escape


def marked_words(tag: str, words: str) -> str:
    """Words in a tag, without the spaces at their ends unless there is nothing else."""
    inside = words.strip(" ") or words
    before, after = words.split(inside, 1) if inside else ("", "")
    return f"{before}<{tag}>{lines(inside)}</{tag}>{after}"


def lines(words: str) -> str:
    """Words as HTML, their lines below one another."""
    return escape(words).replace("\n", "<br>")
