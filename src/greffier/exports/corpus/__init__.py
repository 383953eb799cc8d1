"""Records as corpora: sentences and tokens, in the forms that corpus tools read."""

from greffier.exports.corpus.conllu import conllu
from greffier.exports.corpus.splitting import Sentence, Token, sentences
from greffier.exports.corpus.vertical import vertical

__all__ = ["Sentence", "Token", "conllu", "sentences", "vertical"]
