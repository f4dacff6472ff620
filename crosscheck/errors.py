"""What a user can mend: one plain line that says what is wrong, where, and what to do."""


class CrosscheckError(Exception):
    """Raised where the work cannot be done; ``str(error)`` is the line that users see."""
