// Holds the place of Passport's first file.
