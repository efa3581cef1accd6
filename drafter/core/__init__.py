"""The resolution as a small immutable tree, and everything that is derived from it; no Qt."""
