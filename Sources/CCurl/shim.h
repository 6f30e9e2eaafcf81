#ifndef PASSPORT_CCURL_SHIM_H
#define PASSPORT_CCURL_SHIM_H

#include <netinet/in.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>

/* What is used of libcurl 7.77 and newer. The library is opened when something is fetched for the first time, so neither
   its headers nor a link to it are needed; what stands here is kept unchanged under the name libcurl.so.4
   (https://curl.se/libcurl/abi.html). Its two functions with a variable number of arguments can't be called from
   Swift. */

/* An address that libcurl is about to connect to: its struct curl_sockaddr. */
struct passport_curl_address {
    int family;
    int kind;
    int protocol;
    unsigned int length;
    struct sockaddr address;
};

/* Bytes that are handed over: its struct curl_blob. */
struct passport_curl_blob {
    const void *bytes;
    size_t count;
    unsigned int flags;
};

typedef int passport_curl_set(void *handle, int option, ...);
typedef int passport_curl_get(void *handle, int info, ...);
typedef size_t passport_curl_receive(char *bytes, size_t size, size_t count, void *client);
typedef int passport_curl_open(void *client, int purpose, struct passport_curl_address *address);

static inline int passport_curl_set_number(void *set, void *handle, int option, long value) {
    return ((passport_curl_set *)set)(handle, option, value);
}

static inline int passport_curl_set_text(void *set, void *handle, int option, const char *value) {
    return ((passport_curl_set *)set)(handle, option, value);
}

static inline int passport_curl_set_pointer(void *set, void *handle, int option, void *value) {
    return ((passport_curl_set *)set)(handle, option, value);
}

static inline int passport_curl_set_bytes(void *set, void *handle, int option, const void *bytes, size_t count) {
    /* Flag 1: libcurl makes a copy. */
    struct passport_curl_blob blob = {bytes, count, 1};
    return ((passport_curl_set *)set)(handle, option, &blob);
}

static inline int passport_curl_set_receive(void *set, void *handle, int option, passport_curl_receive *value) {
    return ((passport_curl_set *)set)(handle, option, value);
}

static inline int passport_curl_set_open(void *set, void *handle, int option, passport_curl_open *value) {
    return ((passport_curl_set *)set)(handle, option, value);
}

static inline int passport_curl_get_number(void *get, void *handle, int info, long *value) {
    return ((passport_curl_get *)get)(handle, info, value);
}

static inline int passport_curl_get_text(void *get, void *handle, int info, const char **value) {
    return ((passport_curl_get *)get)(handle, info, value);
}

/* The bytes of an address, and how many they are; 0 for what is no internet address. */
static inline int passport_curl_address_bytes(const struct passport_curl_address *address, unsigned char *bytes) {
    if (address->family == AF_INET && address->length >= sizeof(struct sockaddr_in)) {
        memcpy(bytes, &((const struct sockaddr_in *)&address->address)->sin_addr, 4);
        return 4;
    }
    if (address->family == AF_INET6 && address->length >= sizeof(struct sockaddr_in6)) {
        memcpy(bytes, &((const struct sockaddr_in6 *)&address->address)->sin6_addr, 16);
        return 16;
    }
    return 0;
}

#endif
