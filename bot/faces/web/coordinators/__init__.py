"""The coordinators' pages: the figures, behind a link that is good once."""
