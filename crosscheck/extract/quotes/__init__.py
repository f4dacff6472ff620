"""Quotes: what stands in quotation marks and is somebody's words, with the cue and the speaker beside it."""
