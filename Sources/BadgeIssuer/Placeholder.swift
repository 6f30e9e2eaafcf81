// Holds the place of BadgeIssuer's first file.
