"""Known errors: what happened, what was kept, what to do next; everything else is a bug."""


class DrafterError(Exception):
    """A known error; its message is one sentence for people: what, where, what to do."""

    def user_text(self) -> str:
        """The sentence to show."""
        return str(self)


def reason(error: Exception) -> str:
    """What the system says of an error, without its numbers and the names of files."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


class ModelError(DrafterError):
    """A resolution, paragraph or text that cannot be, or an edit that is not possible."""


class ReadError(DrafterError):
    """A file that cannot be read, or is not what it should be."""


class GivenUpError(DrafterError):
    """Nobody waits for what is being worked out any more."""


class WriteError(DrafterError):
    """A file that cannot be written; what was there before is untouched."""


class CorpusError(DrafterError):
    """A corpus of precedents that cannot be read, changed or searched; it keeps what it had."""
