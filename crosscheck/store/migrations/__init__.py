"""Alembic scripts; :mod:`crosscheck.store.migrate` runs them."""
