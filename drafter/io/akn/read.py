"""Reads a resolution from Akoma Ntoso for the United Nations (AKN4UN), as DGACM publishes it.

Guesses it makes (`Guess.what`): "label in text", "bullet in text" and "number apart" for labels
that the file did not tag; "heading", "part", "level", "label", "too deep", "closing words",
"item without label", "heading of items" and "quoted" for blocks that the file files as something
else; "annex without heading", "annex moved", "second organ line", "mark of the number"; "unplaced"
for what is kept as a PLAIN block; "date", "language", "original language", "style lost" for the
document.
"""

from __future__ import annotations

from drafter.core.errors import ReadError
from drafter.core.inline import Text, joined
from drafter.core.language import LANGUAGES, Language, code_of_iso, language
from drafter.core.model import Discarded, DocumentKind, Guess, Organ, Resolution
from drafter.core.telling import organ_of_symbol
from drafter.io.akn.blocks import BlockReader
from drafter.io.akn.masthead import Opening, parted
from drafter.io.akn.pieces import Piece, Role, pieces
from drafter.io.akn.structure import Structure, structure
from drafter.io.akn.symbols import without_symbol_notes
from drafter.io.akn.text import Notes
from drafter.io.akn.xml import Element, akn_root, attribute, child, descendants, name

_KINDS = {
    "resolution": DocumentKind.ADOPTED,
    "decision": DocumentKind.DECISION,
    "presidentialStatement": DocumentKind.STATEMENT,
    "draftResolution": DocumentKind.DRAFT,
}
_WITH_PREAMBLE = frozenset({DocumentKind.ADOPTED, DocumentKind.DRAFT, DocumentKind.OTHER})


def read_akn(content: bytes) -> Resolution:
    """The resolution in an Akoma Ntoso file.

    Raises:
        ReadError: too big, too deep, not well-formed, with a document type, or not Akoma Ntoso.
    """
    root = akn_root(content)
    document = next((one for one in root if name(one) not in ("meta", "components")), None)
    if document is None:
        raise ReadError("The file is Akoma Ntoso, but there is no document in it.")
    return _Reader(root, document).resolution()


class _Reader:
    def __init__(self, root: Element, document: Element) -> None:
        self.root = root
        self.document = document
        self.guesses: list[Guess] = []
        self.notes = Notes()
        self.notes.announce(root)
        statements = descendants(root, "statement")
        first = document if name(document) == "statement" or not statements else statements[0]
        self.kind = _KINDS.get(attribute(first, "name"), DocumentKind.OTHER)
        self.words = self._language()

    def resolution(self) -> Resolution:
        opening = Opening(self.words, self.kind)
        cover = child(self.document, "coverPage")
        preface = child(self.document, "preface")
        if cover is not None:
            opening.read_cover(cover, self.notes)
        if preface is not None:
            opening.read_preface(preface, self.notes)
        blocks, rules = without_symbol_notes(self._blocks().blocks, self.notes)
        row = pieces(blocks, self.words)
        _keep_inner_closings(row)
        built = structure(row, self.words, has_preamble=self.kind in _WITH_PREAMBLE)
        return self._assembled(opening, built, rules)

    def _assembled(
        self, opening: Opening, built: Structure, rules: tuple[Discarded, ...]
    ) -> Resolution:
        organ = organ_of_symbol(opening.masthead.symbol) or Organ.OTHER
        if built.title:
            opening.add_line(built.title)
        masthead = opening.finish(built.closing, self._recorded(), organ)
        paragraphs = built.paragraphs()
        return Resolution(
            language=self.words.code,
            organ=organ,
            kind=self.kind,
            number=opening.number,
            title=opening.title,
            organ_line=built.organ_line,
            masthead=masthead,
            paragraphs=paragraphs,
            closing=tuple(built.closing),
            vote=_lines(built.votes),
            footnotes=tuple(self.notes.footnotes),
            guesses=(*self.guesses, *opening.guesses, *built.guesses(), *self._lost_styles()),
            discarded=(*rules, *self._discarded(built)),
            serial=max(len(paragraphs), len(self.notes.footnotes)),
        )

    def _blocks(self) -> BlockReader:
        """The blocks of the document, and of each resolution if it is a collection of several."""
        reader = BlockReader(self.notes)
        openings = (child(self.document, "coverPage"), child(self.document, "preface"))
        reader.read_apart.extend(one for one in openings if one is not None)
        reader.read_between(self.root)
        for one in reader.read_apart:
            reader.read_between(one)
        reader.read_statement(self.document)
        for components in (one for one in self.root if name(one) == "components"):
            for statement in (inner for outer in components for inner in outer):
                self._announce(statement, reader)
                reader.read_statement(statement)
        return reader

    def _announce(self, statement: Element, reader: BlockReader) -> None:
        numbers: list[Text] = []
        titles: list[Text] = []
        preface = child(statement, "preface")
        if preface is not None:
            reader.read_apart.append(preface)
        for line in preface if preface is not None else ():
            number, title, rest = parted(line, self.notes)
            numbers.extend((number, rest))
            titles.append(title)
        reader.add_component(joined(numbers), _lines(titles))

    def _language(self) -> Language:
        """The language the file says it is in, unless its cover is in another."""
        said = (attribute(one, "language") for one in self.root.iter("{*}FRBRlanguage"))
        code = next((read for one in said if (read := code_of_iso(one))), "")
        cover = child(self.document, "coverPage")
        names = descendants(cover, "docAuthority") if cover is not None else []
        line = "".join(names[0].itertext()) if names else ""
        read = [one for one in LANGUAGES if _is_united_nations(line, language(one))]
        if code in read or (code and not read):
            return language(code)
        found = read[0] if read else "en"
        self.guesses.append(Guess("language", detail=found, confidence=0.8, source=line.strip()))
        return language(found)

    def _recorded(self) -> str:
        """The date of adoption in the file's own description."""
        dates = self.root.iter("{*}FRBRdate")
        return next((attribute(o, "date") for o in dates if attribute(o, "name") == "adoption"), "")

    def _lost_styles(self) -> tuple[Guess, ...]:
        return tuple(
            Guess("style lost", detail=one, confidence=0.9)
            for one in sorted(self.notes.lost_styles)
        )

    def _discarded(self, built: Structure) -> tuple[Discarded, ...]:
        reasons = (
            (self.notes.brackets, "brackets around the marks of footnotes"),
            (self.notes.signs, "signs before the text of footnotes"),
            (built.dropped, "tagged as a number, but none"),
        )
        return tuple(Discarded(" ".join(signs), why) for signs, why in reasons if signs)


def _is_united_nations(line: str, words: Language) -> bool:
    return words.read_wording("united_nations", line) is not None


def _lines(texts: list[Text]) -> Text:
    """The texts that are not empty, a line each."""
    row = [text for text in texts if text]
    return joined(piece for text in row for piece in (Text("\n"), text)).slice(1)


def _keep_inner_closings(row: list[Piece]) -> None:
    """Closing lines of a resolution with others after it stay where they are."""
    components = [index for index, piece in enumerate(row) if piece.role is Role.COMPONENT]
    for piece in row[: components[-1]] if components else ():
        if piece.role in (Role.CLOSING_LINE, Role.VOTE):
            piece.role = Role.UNPLACED
