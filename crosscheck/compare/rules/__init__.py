"""Built-in rules, one a file: `RULE` and `check(cluster, corpus, settings)`."""
