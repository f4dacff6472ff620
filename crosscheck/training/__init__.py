"""What fits the weights that the program ships: never imported when the program runs."""
