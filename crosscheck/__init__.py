"""crosscheck: a checker of facts across sources."""

__version__ = "0.1.0"
