"""A session held against the rules of the body that met: findings, and never a verdict.

Pure: what is known of institutions is handed in, and one reading is all that is asked.
"""

from greffier.query.checks.finding import findings

__all__ = ["findings"]
