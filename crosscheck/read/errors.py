"""Why a file was not read, in one plain line: what is wrong and what to do."""


class CannotRead(Exception):
    """Raised by readers; ``str(error)`` is the reason that users see."""
