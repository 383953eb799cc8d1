"""The face for assistants: questions to an archive over the Model Context Protocol.

Every answer carries the words that support it and where they stand, so that an assistant can quote
and need not invent. Nothing here writes.
"""
