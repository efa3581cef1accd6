"""Precedents and the register: what past resolutions said; no Qt."""
