"""Tables of the language: what words mean, not what any text says. Imported where first needed."""
