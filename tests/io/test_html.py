"""What a page says lands in the draft: structure, italics, raised letters, notes, tables."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core.errors import ReadError
from drafter.core.inline import Style, Text
from drafter.core.model import STRUCK_OUT, Discarded, ParagraphKind, Part, Resolution
from drafter.io.formats import read
from drafter.io.html import html_words, read_html
from tests.io.html_pages import LIBREOFFICE, PAGES, WORD


def shown(text: Text) -> str:
    """With `_` round italics and `^` before notes."""
    return "".join(
        f"^{run.mark.note or '?'}"
        if run.mark
        else f"_{run.text}_"
        if Style.ITALIC in run.styles
        else run.text
        for run in text.runs()
    )


def in_order(resolution: Resolution) -> list[str]:
    """The paragraphs with the notes numbered by their order."""
    names = {note.id: str(number) for number, note in enumerate(resolution.footnotes, 1)}
    lines: list[str] = []
    for paragraph in resolution.paragraphs:
        words = shown(paragraph.text)
        for note, number in names.items():
            words = words.replace(f"^{note}", f"^{number}")
        lines.append(f"{paragraph.level} {paragraph.printed} {words}")
    return lines


@pytest.mark.parametrize("name", PAGES)
def test_a_page_lands_as_structure_with_notes_and_italics(name: str) -> None:
    found = read_html(PAGES[name])
    assert shown(found.organ_line) == "_The General Assembly_,"
    assert [one.replace("\u00a0", " ") for one in in_order(found)] == [
        "0  _Recalling_ its resolution 60/1 of 16 September 2005,^1",
        "0  _Noting_ the report entitled _Plain words_,^2",
        "0 1. _Calls upon_ Member States:",
        "1 (a) To write in plain words;",
        "1 (b) To train those who draft;^1",
        "0 2. _Decides_ to remain seized of the matter.",
    ]
    assert [shown(note.text) for note in found.footnotes] == [
        "See _Official Records_, A/60/1.",
        "A/64/12.",
    ]
    assert [note.printed for note in found.footnotes] in (["1", "2"], ["[1]", "[2]"])
    assert [one.part for one in found.paragraphs] == [Part.PREAMBLE] * 2 + [Part.OPERATIVE] * 4
    assert found.guesses == ()


def test_a_page_is_a_file_like_others() -> None:
    assert read(LIBREOFFICE.encode(), ".html") == read_html(LIBREOFFICE)
    assert read(WORD.encode("utf-16"), ".htm") == read_html(WORD)


def test_one_paragraph_stays_words() -> None:
    found = html_words("<p>the <i>Plain  words</i> of 65<sup>e</sup> and m<sup>2</sup></p>")
    assert found is not None
    (paragraph,) = found.paragraphs
    assert paragraph.text.plain == "the Plain words of 65e and m2"
    assert paragraph.text.stretches(Style.ITALIC) == ((4, 15),)
    assert paragraph.text.stretches(Style.SUPERSCRIPT) == ((21, 22), (28, 29))
    assert html_words("<p>a</p><p>b</p>") is None
    assert html_words("<ol><li>a</li></ol>") is None


def test_one_paragraph_brings_its_note() -> None:
    found = html_words(
        '<p>words,<a href="#_ftn1" name="_ftnref1">[1]</a></p>'
        '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p></div>'
    )
    assert found is not None
    assert [note.text.plain for note in found.footnotes] == ["The note."]
    assert found.paragraphs[0].text.marks[0].at == len("words,")


def test_a_mark_whose_note_was_not_copied_is_told() -> None:
    found = read_html(
        '<p><i>Recalling</i> x,<a href="#_ftn7" name="_ftnref7">[7]</a></p><p>1. Decides y.</p>'
    )
    assert found.paragraphs[0].text.marks[0].printed == "7"
    assert [guess.what for guess in found.guesses if guess.paragraph] == ["mark without note"]


def test_a_table_stands_where_it_stood() -> None:
    found = read_html(
        "<p>1. <i>Decides</i> as follows:</p><table><tr><th>State</th><th>Share</th></tr>"
        "<tr><td>A</td><td><i>one</i></td></tr></table><p>2. <i>Requests</i> a report.</p>"
    )
    kinds = [paragraph.kind for paragraph in found.paragraphs]
    assert kinds == [ParagraphKind.PARAGRAPH, ParagraphKind.TABLE, ParagraphKind.PARAGRAPH]
    assert [[shown(cell) for cell in row] for row in found.paragraphs[1].cells] == [
        ["State", "Share"],
        ["A", "_one_"],
    ]


def test_what_is_hidden_or_struck_out_is_not_read() -> None:
    found = read_html(
        "<head><title>Not this</title></head><p>1. <i>Decides</i> <del>nothing</del> x;</p>"
        "<p style='display:none'>Nor this</p><script>nor()</script><p>2. <i>Requests</i> y.</p>"
    )
    assert [paragraph.text.plain for paragraph in found.paragraphs] == ["Decides x;", "Requests y."]


@pytest.mark.parametrize(
    "struck",
    [
        "<del>old words</del>",
        "<s>old words</s>",
        "<strike>old <i>words</i></strike>",
        "<span style='color:red;text-decoration: line-through'>old words</span>",
    ],
)
def test_struck_words_are_left_out_and_listed(struck: str) -> None:
    found = read_html(f"<p>1. <i>Decides</i> {struck} new words;</p><p>2. <i>Requests</i> y.</p>")
    assert found.paragraphs[0].text.plain == "Decides new words;"
    assert Discarded("old words", STRUCK_OUT) in found.discarded
    inline = html_words(f"<p>some {struck} words</p>")
    assert inline is not None
    assert inline.paragraphs[0].text.plain == "some words"
    assert inline.discarded == (Discarded("old words", STRUCK_OUT),)


@pytest.mark.parametrize("nothing", ["", "<p>&nbsp;</p>", "<img src=x>", "<!-- x -->"])
def test_a_page_without_words_is_told_of(nothing: str) -> None:
    with pytest.raises(ReadError):
        read_html(nothing)


def test_a_page_as_deep_as_a_well_is_read_or_told_of() -> None:
    assert read_html("<div>" * 1500 + "1. <i>Decides</i> x." + "</div>" * 1500).paragraphs
    with pytest.raises(ReadError, match="deep"):
        read_html("<div>" * 5000 + "1. <i>Decides</i> x." + "</div>" * 5000)


@pytest.mark.parametrize(
    "page",
    ["<p>x</p>" * 400_000, "<p>x</p>" * 30_000, f"<p>{'word ' * 300_000}</p>"],
    ids=["tags", "rows", "words"],
)
def test_a_page_longer_than_any_resolution_is_refused_at_once(page: str) -> None:
    with pytest.raises(ReadError, match="more than any resolution"):
        read_html(f"<html><body>{page}</body></html>")


TAGS = ("p", "div", "i", "b", "sup", "li", "ol", "ul", "td", "tr", "table", "a href='#n1' id=r1",
        "a id=n1 href='#r1'", "br", "h2", "span style='font-style:italic;display:none'",
        "span style='vertical-align:super'", "pre", "blockquote")  # fmt: skip
PIECES = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS]),
        st.sampled_from([f"</{tag.split()[0]}>" for tag in TAGS]),
        st.sampled_from(["Recalling x,", "1. Decides y:", "(a) one;", "2", " ", "\u00a0", "é\n"]),
        st.text(max_size=5),
    ),
    max_size=25,
).map("".join)


@given(PIECES)
def test_any_page_is_read_or_told_of(page: str) -> None:
    try:
        found = read_html(page)
    except ReadError:
        return
    assert replace(found, serial=found.serial) == found
    numbers = [int(p.id[1:]) for p in (*found.paragraphs, *found.footnotes)]
    assert max(numbers, default=0) <= found.serial


@given(st.lists(st.sampled_from(("word", "mot", "слово", "词")), min_size=1, max_size=12))
def test_no_word_is_lost(words: list[str]) -> None:
    named = [f"{word}{chr(ord('a') + number)}" for number, word in enumerate(words)]
    page = "".join(f"<p><i>{one}</i> and <b>more</b></p>" for one in named)
    found = read_html(page)
    texts = [*found.texts(), *(Text(one.text) for one in found.discarded)]
    whole = "".join("".join(text.plain.split()) for text in texts)
    assert all(one in whole for one in named)


def test_comments_that_never_end_are_passed_over_once() -> None:
    page = f"<html><style>{'/* ' * 200_000}</style><body><p>1. Decides x.</p></body></html>"
    assert read_html(page).paragraphs[0].text.plain == "Decides x."


def test_each_of_many_tables_stands_after_the_words_before_it() -> None:
    table = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    page = "".join(f"<p>{n}. Decides {n};</p>{table * 2}" for n in range(1, 9))
    kinds = [one.kind.value for one in read_html(page).paragraphs]
    assert kinds == ["paragraph", "table", "table"] * 8
