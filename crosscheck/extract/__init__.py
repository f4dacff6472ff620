"""Stage 2, extract: articles in, mentions out. The only stage that imports spaCy.

Each module here (or sub-package) with ``KIND`` and ``extract(parsed)`` is one extractor; :mod:`crosscheck.registry`
finds them. One pass of spaCy an article.
"""
