"""Document symbols."""

import pytest

from drafter.core.model import DocumentKind, Organ
from drafter.core.symbols import SymbolFault, symbol_fault


@pytest.mark.parametrize(
    ("symbol", "organ", "kind"),
    [
        ("A/RES/64/177", Organ.GA, DocumentKind.ADOPTED),
        ("A/RES/ES-11/4", Organ.GA, DocumentKind.ADOPTED),
        ("A/RES/75/253 B", Organ.GA, DocumentKind.ADOPTED),
        ("A/RES/75/253B", Organ.GA, DocumentKind.ADOPTED),
        ("A/RES/75/101 A-B", Organ.GA, DocumentKind.ADOPTED),
        ("S/RES/1506(2003)", Organ.SC, DocumentKind.ADOPTED),
        ("A/RES/64/177*", Organ.GA, DocumentKind.ADOPTED),
        ("S/RES/1440 (2002)", Organ.SC, DocumentKind.ADOPTED),
        ("E/RES/2015/10", Organ.ECOSOC, DocumentKind.ADOPTED),
        ("A/HRC/RES/31/16", Organ.HRC, DocumentKind.ADOPTED),
        ("A/HRC/RES/S-31/1", Organ.HRC, DocumentKind.ADOPTED),
        ("A/C.3/64/L.6", Organ.GA, DocumentKind.DRAFT),
        ("A/C.3/64/L.6/Rev.1", Organ.GA, DocumentKind.DRAFT),
        ("A/73/L.8/Add.1", Organ.GA, DocumentKind.DRAFT),
        ("S/2026/12", Organ.SC, DocumentKind.DRAFT),
        ("E/2022/L.16", Organ.ECOSOC, DocumentKind.DRAFT),
        ("E/CN.15/2026/L.2", Organ.ECOSOC, DocumentKind.DRAFT),
        ("A/HRC/31/L.4/Rev.1", Organ.HRC, DocumentKind.DRAFT),
        ("FCCC/CP/2015/10", Organ.OTHER, DocumentKind.ADOPTED),
        ("S/PRST/2013/2", Organ.SC, DocumentKind.STATEMENT),
    ],
)
def test_good_symbols(symbol: str, organ: Organ, kind: DocumentKind) -> None:
    assert symbol_fault(symbol, organ, kind) is None


@pytest.mark.parametrize(
    ("symbol", "organ", "kind", "fault"),
    [
        ("A / RES / 64 / 177", Organ.GA, DocumentKind.ADOPTED, SymbolFault.FORM),
        ("64/177", Organ.GA, DocumentKind.ADOPTED, SymbolFault.FORM),
        ("A/RES/64/", Organ.GA, DocumentKind.ADOPTED, SymbolFault.FORM),
        ("S/RES/1440 (2002)", Organ.GA, DocumentKind.ADOPTED, SymbolFault.ORGAN),
        ("A/RES/31/16", Organ.HRC, DocumentKind.ADOPTED, SymbolFault.ORGAN),
        ("A/C.3/64/L.6", Organ.GA, DocumentKind.ADOPTED, SymbolFault.KIND),
        ("A/RES/64/177", Organ.GA, DocumentKind.DRAFT, SymbolFault.KIND),
        ("A/C.7/64/L.6", Organ.GA, DocumentKind.DRAFT, SymbolFault.KIND),
        ("S/RES/1440", Organ.SC, DocumentKind.ADOPTED, SymbolFault.KIND),
    ],
)
def test_faults(symbol: str, organ: Organ, kind: DocumentKind, fault: SymbolFault) -> None:
    assert symbol_fault(symbol, organ, kind) is fault
