"""Precedents in the window: the panel with its list, and the windows that read on from them."""
