#include "bare_signatures.h"
#include <openssl/evp.h>

static struct {
    EVP_MD_CTX *digest_signing, *digest_verifying;
    EVP_PKEY_CTX *signing, *verifying;
    unsigned char signature[128];
    size_t length;
} keys[2];

static const unsigned char message[64] = "The quick brown fox jumps over the lazy dog, and then once more.";

int bare_sign(enum bare_signature kind) {
    unsigned char signature[128];
    size_t length = sizeof signature;
    if (kind == BARE_ED25519)
        return EVP_DigestSign(keys[kind].digest_signing, signature, &length, message, sizeof message) == 1;
    return EVP_PKEY_sign(keys[kind].signing, signature, &length, message, 32) == 1;
}

int bare_verify(enum bare_signature kind) {
    const unsigned char *signature = keys[kind].signature;
    size_t length = keys[kind].length;
    if (kind == BARE_ED25519)
        return EVP_DigestVerify(keys[kind].digest_verifying, signature, length, message, sizeof message) == 1;
    return EVP_PKEY_verify(keys[kind].verifying, signature, length, message, 32) == 1;
}

static int prepare_ed25519(void) {
    EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "ED25519");
    keys[BARE_ED25519].digest_signing = EVP_MD_CTX_new();
    keys[BARE_ED25519].digest_verifying = EVP_MD_CTX_new();
    keys[BARE_ED25519].length = 64;
    return key && EVP_DigestSignInit(keys[BARE_ED25519].digest_signing, NULL, NULL, NULL, key) == 1
        && EVP_DigestVerifyInit(keys[BARE_ED25519].digest_verifying, NULL, NULL, NULL, key) == 1
        && EVP_DigestSign(keys[BARE_ED25519].digest_signing, keys[BARE_ED25519].signature,
                          &keys[BARE_ED25519].length, message, sizeof message) == 1;
}

static int prepare_p256(void) {
    EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256");
    if (!key) return 0;
    keys[BARE_P256].signing = EVP_PKEY_CTX_new(key, NULL);
    keys[BARE_P256].verifying = EVP_PKEY_CTX_new(key, NULL);
    keys[BARE_P256].length = sizeof keys[BARE_P256].signature;
    return EVP_PKEY_sign_init(keys[BARE_P256].signing) == 1 && EVP_PKEY_verify_init(keys[BARE_P256].verifying) == 1
        && EVP_PKEY_sign(keys[BARE_P256].signing, keys[BARE_P256].signature, &keys[BARE_P256].length, message, 32) == 1;
}

int bare_signatures_prepare(void) {
    return prepare_ed25519() && prepare_p256() && bare_verify(BARE_ED25519) && bare_verify(BARE_P256);
}
