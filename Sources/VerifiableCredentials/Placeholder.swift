// Holds the place of VerifiableCredentials's first file.
