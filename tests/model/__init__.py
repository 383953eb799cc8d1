"""The values of the archive and their JSON form."""
