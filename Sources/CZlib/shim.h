#ifndef PASSPORT_CZLIB_SHIM_H
#define PASSPORT_CZLIB_SHIM_H

#include <zlib.h>

#endif
