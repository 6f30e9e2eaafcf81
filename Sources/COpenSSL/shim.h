#ifndef PASSPORT_COPENSSL_SHIM_H
#define PASSPORT_COPENSSL_SHIM_H

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/objects.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

// Macros that Swift can't call, one function each.

static inline void passport_free(void *pointer) {
    OPENSSL_free(pointer);
}

static inline void passport_clear_free(void *pointer, size_t count) {
    OPENSSL_clear_free(pointer, count);
}

static inline int passport_error_reason(unsigned long error) {
    return ERR_GET_REASON(error);
}

static inline size_t passport_bio_pending(BIO *bio) {
    return BIO_ctrl_pending(bio);
}

// The name as RFC 2253 writes it, letters beyond ASCII as themselves in UTF-8.
static inline int passport_print_name(BIO *bio, const X509_NAME *name) {
    return X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
}

#endif
