// Holds the place of Cryptography's first file.
