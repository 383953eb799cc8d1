"""Words in context, side by side, and set against each other: four pages of one search."""

from fastapi import APIRouter

from greffier.web.corpus.collocates import router as collocates
from greffier.web.corpus.concordance import router as concordance
from greffier.web.corpus.keywords import router as keywords
from greffier.web.corpus.positions import router as positions

__all__ = ["pages"]

pages = APIRouter()
for _one in (concordance, positions, collocates, keywords):
    pages.include_router(_one)
