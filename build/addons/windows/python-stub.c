// Stands in for Python's library: TensorFlow's holds both the C interface, which is used, and Python's, which is not, and
// Windows loads neither without every name of Python. What is called all the same says its name and ends the process.
#include <stdio.h>
#include <stdlib.h>

static void called(const char *name) {
  fprintf(stderr, "TensorFlow called %s of Python, which does not come along.\n", name);
  abort();
}

#define FUNCTION(name) \
  __declspec(dllexport) void name(void) { called(#name); }
#define DATA(name) __declspec(dllexport) long long name[64];
#include "python-names.h"
