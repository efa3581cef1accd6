"""The words of the floor in English."""

from tests.english import english
from tests.user_corpus import corpus

__all__ = ["corpus", "english"]
