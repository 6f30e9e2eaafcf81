// Holds the place of BadgeDefinitions's first file.
