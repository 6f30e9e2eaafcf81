#ifndef PASSPORT_ALLOCATIONS_H
#define PASSPORT_ALLOCATIONS_H

/// What one stretch of a program asked of the C library's memory.
struct allocations {
    /// How many blocks were asked for; a block made larger or smaller counts as one.
    long count;
    /// Bytes of blocks that the stretch asked for and hadn't given back, where they were most.
    long peak_bytes;
};

/// Begins to count what this thread asks for.
void allocations_begin(void);

/// Ends counting.
struct allocations allocations_end(void);

#endif
