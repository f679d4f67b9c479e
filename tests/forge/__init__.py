"""One comment on a request, against a forge that is played here."""
