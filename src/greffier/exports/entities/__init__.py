"""Records as entities of FollowTheMoney, the vocabulary that investigators' tools share."""

from greffier.exports.entities.following import entities
from greffier.exports.entities.making import Entity

__all__ = ["Entity", "entities"]
