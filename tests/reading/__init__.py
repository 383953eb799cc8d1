"""The reader, stage by stage and whole."""
