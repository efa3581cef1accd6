"""Small Akoma Ntoso files in the manner of the official ones; every sentence is our own."""

from __future__ import annotations

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

COVER = """
<p><span class="upperLeft"><docAuthority>United Nations</docAuthority></span></p>
<p class="upperRight"><docNumber>A/RES/95/12</docNumber></p>
<p class="upperLeft"><img src="logo-un.jpg"/>
   <docAuthority class="rightBig">General Assembly</docAuthority></p>
<p><docStatus class="rightSmall">Distr.: General</docStatus></p>
<p><docDate date="2040-12-19" class="rightSmall">19 December 2040</docDate></p>
<p><session value="95">Ninety-fifth session</session></p>
<p><inline title="7" name="agenda item">Agenda item 7 (b)</inline></p>
<p><inline name="agenda item name">Care of shared orchards</inline></p>
<p><docTitle>Resolution adopted by the General Assembly on 12\u00a0December 2040</docTitle></p>
<p><docProponent>[on the report of the Second Committee
   (<inline name="originating document">A/95/400, para. 9</inline>)]</docProponent></p>
"""

PREFACE = """
<p><docNumber>95/12.</docNumber><docTitle><span class="bold">\tShared orchards</span></docTitle></p>
"""

CONCLUSIONS = """
<p><inline name="adoptionMeeting" title="60th">60th plenary meeting</inline><eol/>
   <docDate date="2040-12-12">12\u00a0December 2040</docDate></p>
"""


def akn(
    body: str = "",
    *,
    preamble: str = "",
    cover: str = COVER,
    preface: str = PREFACE,
    conclusions: str = CONCLUSIONS,
    rest: str = "",
    kind: str = "resolution",
    code: str = "eng",
    line: str = "The General Assembly",
) -> bytes:
    """A whole file with this body."""
    formula = (
        f'<formula name="enactingFormula"><p><span class="italic">{line}</span>,</p></formula>'
    )
    return f"""<akomaNtoso xmlns="{NAMESPACE}"><!-- a comment -->
 <statement name="{kind}">
  <meta><identification source="#us"><FRBRExpression>
    <FRBRlanguage language="{code}"/></FRBRExpression></identification></meta>
  <coverPage>{cover}</coverPage>
  <preface>{preface}</preface>
  <preamble>{formula if line else ""}{preamble}</preamble>
  <mainBody>{body}</mainBody>
  <conclusions>{conclusions}</conclusions>{rest}
 </statement></akomaNtoso>""".encode()


def recital(words: str) -> str:
    """A preambular paragraph."""
    return f'<container name="x"><p xml:space="preserve">\t{words}</p></container>'


def paragraph(number: str, words: str, style: str = "SingleTxt") -> str:
    """A paragraph of the body; without a number if it is empty."""
    num = f"<num>{number}</num>" if number else ""
    return f'<paragraph class="{style}">{num}<content><p>\t{words}</p></content></paragraph>'


def listed(number: str, words: str, items: str) -> str:
    """A paragraph with a list."""
    return (
        f'<paragraph class="SingleTxt"><num>{number}</num>'
        f"<list><intro><p>\t{words}</p></intro>{items}</list></paragraph>"
    )


def point(number: str, words: str) -> str:
    """An item of a list."""
    num = f"<num>{number}</num>" if number else ""
    return f"<point>{num}<content><p>\t{words}</p></content></point>"


def heading(words: str, style: str = "H23") -> str:
    """A heading."""
    return f'<paragraph class="{style}"><subheading>\t\t{words}</subheading></paragraph>'


def note(marker: str, words: str) -> str:
    """A footnote where its mark stands."""
    return f'<authorialNote marker="{marker}" placement="bottom"><p>\t\t{words}</p></authorialNote>'


def italic(words: str) -> str:
    """Words in italics."""
    return f'<span class="italic">{words}</span>'


def annex(body: str) -> str:
    """An annex as an attachment."""
    return (
        '<attachments><attachment><doc name="annex"><meta/>'
        f"<mainBody>{body}</mainBody></doc></attachment></attachments>"
    )
