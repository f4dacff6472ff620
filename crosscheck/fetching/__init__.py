"""Fetches single articles by their addresses, politely and never from an inner network, and keeps them as evidence.

In: addresses that a person gave. Out: pages as they came, with when and from where. Nothing here follows links.
"""

from crosscheck.fetching.polite import Fetcher
from crosscheck.fetching.web import Bounds, CannotFetch, Page

__all__ = ["Bounds", "CannotFetch", "Fetcher", "Page"]
