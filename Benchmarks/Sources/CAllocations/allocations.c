// The program's own malloc and its kin: they count while counting is on and leave the work to the C library's, which
// has the same functions under other names for such a purpose.
#include "allocations.h"
#include <errno.h>
#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static __thread bool is_counting;
static __thread long count, live, peak;

static void add(long bytes) {
    live += bytes;
    if (live > peak) peak = live;
}

static void *taken(void *block) {
    if (is_counting && block) {
        count += 1;
        add((long)malloc_usable_size(block));
    }
    return block;
}

void *malloc(size_t size) { return taken(__libc_malloc(size)); }
void *calloc(size_t number, size_t size) { return taken(__libc_calloc(number, size)); }
void *memalign(size_t alignment, size_t size) { return taken(__libc_memalign(alignment, size)); }
void *aligned_alloc(size_t alignment, size_t size) { return taken(__libc_memalign(alignment, size)); }

int posix_memalign(void **place, size_t alignment, size_t size) {
    void *block = taken(__libc_memalign(alignment, size));
    if (!block) return ENOMEM;
    *place = block;
    return 0;
}

void free(void *block) {
    if (is_counting && block) live -= (long)malloc_usable_size(block);
    __libc_free(block);
}

void *realloc(void *block, size_t size) {
    if (!is_counting) return __libc_realloc(block, size);
    long before = block ? (long)malloc_usable_size(block) : 0;
    void *moved = __libc_realloc(block, size);
    count += 1;
    add((moved ? (long)malloc_usable_size(moved) : 0) - before);
    return moved;
}

void allocations_begin(void) {
    count = live = peak = 0;
    is_counting = true;
}

struct allocations allocations_end(void) {
    is_counting = false;
    return (struct allocations){count, peak};
}
