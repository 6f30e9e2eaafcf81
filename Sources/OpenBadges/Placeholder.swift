// Holds the place of OpenBadges's first file.
