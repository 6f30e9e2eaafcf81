#ifndef PASSPORT_BARE_SIGNATURES_H
#define PASSPORT_BARE_SIGNATURES_H

/// Signing and verifying a message of 64 bytes by libcrypto alone, as `openssl speed` does it: key and context are
/// ready, and nothing is around the one call.
enum bare_signature { BARE_ED25519, BARE_P256 };

/// Makes the keys and signatures; 0 when libcrypto can't.
int bare_signatures_prepare(void);
int bare_sign(enum bare_signature kind);
int bare_verify(enum bare_signature kind);

#endif
