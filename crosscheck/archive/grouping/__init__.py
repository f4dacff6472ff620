"""Grouping, a stage of its own: articles become sketches, sketches that meet become links, links become stories.

No language model, no store, no other stage of the pipeline is needed.
"""
