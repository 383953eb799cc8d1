"""Where witnesses come from."""
