"""Printed labels that were right follow the count when the drafter changes the order.

A label that a source printed otherwise than it counts stays: it is a fault to be looked at.
"""

from __future__ import annotations

from drafter.check.labels import is_same
from drafter.core.changes import changed_words
from drafter.core.edits import accept_labels
from drafter.core.model import Resolution
from drafter.core.numbering import Numbering, numbering


def with_labels_followed(old: Resolution, counted: Numbering, new: Resolution) -> Resolution:
    """`new`, made of `old` by a change of order, without labels that are right no longer.

    `counted` is the numbering of `old`.
    """
    if changed_words(old, new) is not None:
        return new
    right = {
        one.id
        for one in old.paragraphs
        if one.printed and is_same(one.printed, counted.labels[one.id])
    }
    if not right:
        return new
    labels = numbering(new).labels
    moved = [
        one.id
        for one in new.paragraphs
        if one.id in right and one.printed and not is_same(one.printed, labels[one.id])
    ]
    return accept_labels(new, moved) if moved else new
