"""How well the records are read, measured against gold."""
