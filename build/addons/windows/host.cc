// Node-API for an add-on whose host has any name: node.exe, electron.exe, the app itself. An import by name would bind the
// add-on to one of them, so each function is looked up in the program that loads it.
#include <cstdio>
#include <cstdlib>
#include <windows.h>

namespace {

void missing() {
  std::fputs("This program lacks a function of Node-API that TensorFlow's add-on needs.\n", stderr);
  std::abort();
}

}  // namespace

extern "C" {

#define HOST(index, name) #name,
const char *const aesop_host_names[] = {
#include "host-names.h"
};
#undef HOST

void (*aesop_host[sizeof aesop_host_names / sizeof *aesop_host_names])();

__attribute__((constructor)) void aesop_find_host() {
  const HMODULE program = GetModuleHandleW(nullptr);
  for (size_t index = 0; index < sizeof aesop_host / sizeof *aesop_host; ++index) {
    const FARPROC found = GetProcAddress(program, aesop_host_names[index]);
    aesop_host[index] = found ? reinterpret_cast<void (*)()>(found) : missing;
  }
}

#define HOST(index, name) \
  __attribute__((naked)) void name() { __asm__("jmp *aesop_host + 8 * " #index "(%rip)"); }
#include "host-names.h"

}
