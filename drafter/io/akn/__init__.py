"""Akoma Ntoso for the United Nations (AKN4UN), read."""

from drafter.io.akn.read import read_akn

__all__ = ["read_akn"]
