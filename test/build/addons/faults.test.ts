import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../build/addons/checks/facts.mjs';
import { faultsOf, faultsOfContent } from '../../../build/addons/checks/faults.mjs';
import { SYSTEMS } from '../../../build/addons/systems.mjs';

const FUNCTIONS = [
  ...Array.from({ length: 25 }, (_, index) => `TFE_Eager${index}`),
  ...Array.from({ length: 30 }, (_, index) => `TF_Plain${index}`),
];
const ENTRY = ['napi_register_module_v1', 'node_api_module_get_api_version_v1'];
const imports = (names: string[], from: string) => names.map((name) => ({ name, from }));

const GOOD: Record<string, { facts: Facts; libraries: string[] }> = {
  'linux-x64': {
    libraries: ['libtensorflow_cc.so.2'],
    facts: {
      machine: 'elf64-x86-64',
      libraries: ['libtensorflow_cc.so.2', 'libc.so.6', 'ld-linux-x86-64.so.2'],
      searchPaths: ['$ORIGIN/../../deps/lib'],
      imports: [
        ...imports(FUNCTIONS, 'tensorflow'),
        ...imports(['napi_create_object'], ''),
        ...imports(['malloc'], 'GLIBC_2.2.5'),
      ],
      exports: ENTRY,
      oldest: '2.16',
    },
  },
  'win32-x64': {
    libraries: ['_pywrap_tensorflow_common.dll'],
    facts: {
      machine: 'COFF-x86-64',
      libraries: ['_pywrap_tensorflow_common.dll', 'KERNEL32.dll', 'api-ms-win-crt-heap-l1-1-0.dll'],
      searchPaths: [],
      imports: [...imports(FUNCTIONS, '_pywrap_tensorflow_common.dll'), ...imports(['GetProcAddress'], 'KERNEL32.dll')],
      exports: ENTRY,
      oldest: '6.0',
    },
  },
  'darwin-arm64': {
    libraries: ['@rpath/libtensorflow_cc.2.dylib'],
    facts: {
      machine: 'ARM64',
      libraries: ['/usr/lib/libSystem.B.dylib', '@rpath/libtensorflow_cc.2.dylib'],
      searchPaths: ['@loader_path/../../deps/lib'],
      imports: [...imports(FUNCTIONS, 'libtensorflow_cc'), ...imports(['napi_create_object'], '')],
      exports: [...ENTRY, '_Znwm', '_ZdlPvm'],
      oldest: '12.0',
      installName: '@rpath/tfjs_binding.node',
      signature: 0x20002,
    },
  },
};

function faults(name: string, change: (facts: Facts) => Partial<Facts> = () => ({}), offered = FUNCTIONS): string[] {
  const { facts, libraries } = GOOD[name];
  const expected = { system: SYSTEMS[name], libraries, offered: new Set(offered) };
  return faultsOf({ ...facts, ...change(facts) }, expected);
}

describe('an add-on', () => {
  test.each(Object.keys(GOOD))('for %s that is as it should be has no fault', (name) => {
    expect(faults(name)).toEqual([]);
  });

  test.each(Object.keys(GOOD))('for %s is refused for each thing that is wrong', (name) => {
    const [fault] = faults(name, () => ({ machine: 'elf64-s390' }));
    expect(fault).toMatch(/^is for elf64-s390, not /);
    expect(faults(name, ({ imports }) => ({ imports: imports.slice(1) }))).toEqual([
      'calls 54 functions of TensorFlow, not 55',
    ]);
    expect(faults(name, undefined, FUNCTIONS.slice(1))).toEqual(['calls what TensorFlow does not have: TFE_Eager0']);
    expect(faults(name, () => ({ exports: [ENTRY[0]] }))).toEqual(['has no: node_api_module_get_api_version_v1']);
    expect(faults(name, ({ exports }) => ({ exports: [...exports, '_ZNSt6vector'] }))).toEqual(['shows: _ZNSt6vector']);
    expect(faults(name, ({ libraries }) => ({ libraries: [...libraries, 'libstdc++.so.6'] }))).toEqual([
      'looks for: libstdc++.so.6',
    ]);
    const without = faults(name, ({ libraries }) => ({
      libraries: libraries.filter((library) => !library.includes('tensorflow')),
    }));
    expect(without).toEqual([`does not look for: ${GOOD[name].libraries[0]}`]);
    expect(faults(name, () => ({ searchPaths: ['/home/fox/lib'] }))).toHaveLength(1);
    expect(faults(name, () => ({ oldest: '99.1' }))).toEqual([`asks for 99.1, not ${SYSTEMS[name].oldest}`]);
    expect(faults(name, () => ({ oldest: '' }))).toHaveLength(1);
  });

  test('for Linux needs no newer glibc than TensorFlow does, 2.9 being older than 2.27', () => {
    const asking = (oldest: string) => faults('linux-x64', () => ({ oldest }));
    expect([asking('2.9'), asking('2.27'), asking('2.28')].map(({ length }) => length)).toEqual([0, 0, 1]);
  });

  test('for Linux takes nothing from a host but Node-API', () => {
    const foreign = { name: '_ZN4node3runEv', from: '' };
    expect(faults('linux-x64', ({ imports }) => ({ imports: [...imports, foreign] }))).toEqual([
      'needs what nobody has: _ZN4node3runEv',
    ]);
  });

  test('for Windows is not bound to a host of one name', () => {
    const bound = faults('win32-x64', ({ libraries }) => ({ libraries: [...libraries, 'node.exe'] }));
    expect(bound).toEqual(['looks for: node.exe']);
  });

  test('for macOS is whole by its signature, and found under its name', () => {
    expect(faults('darwin-arm64', () => ({ signature: undefined }))).toHaveLength(1);
    expect(faults('darwin-arm64', () => ({ signature: 0x2 }))).toEqual(['is signed with the flags 2, not 20002']);
    expect(faults('darwin-arm64', () => ({ installName: '/tmp/x.node' }))).toEqual([
      'is called /tmp/x.node, not @rpath/tfjs_binding.node',
    ]);
  });
});

test('an add-on for Intel’s macOS needs no signature', () => {
  const { facts, libraries } = GOOD['darwin-arm64'];
  const intel = { ...facts, machine: 'X86_64', oldest: '10.15', signature: undefined };
  expect(faultsOf(intel, { system: SYSTEMS['darwin-x64'], libraries, offered: new Set(FUNCTIONS) })).toEqual([]);
});

describe('a file of a package', () => {
  test('names no folder of the machine that made it, and is small', () => {
    const content = Buffer.from('\0binding/utils.h\0/home/fox/aesop/utils.h\0');
    expect(faultsOfContent(content, ['/home/owl'])).toEqual([]);
    expect(faultsOfContent(content, ['/home/fox'])).toEqual(['names a folder of this machine: /home/fox']);
    expect(faultsOfContent(Buffer.alloc(500_001), [])).toEqual(['has 500001 bytes, more than 500000']);
  });
});
