"""Stage 1, read: paths in, articles out.

Whatever cannot be read becomes an :class:`~crosscheck.model.Unread` with one plain reason and never stops the rest.
"""

from crosscheck.read.article import make_article
from crosscheck.read.collect import ReadResult, files_of, read_data, read_file, read_paths
from crosscheck.read.errors import CannotRead

__all__ = ["CannotRead", "ReadResult", "files_of", "make_article", "read_data", "read_file", "read_paths"]
