"""Archives: many articles in, stories found, each checked, a store that grows with what comes later."""
