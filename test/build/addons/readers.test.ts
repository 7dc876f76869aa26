import { describe, expect, test } from 'vitest';
import { parseElf } from '../../../build/addons/checks/elf.mjs';
import { parseMachO } from '../../../build/addons/checks/mach-o.mjs';
import { parsePe } from '../../../build/addons/checks/pe.mjs';
import { signatureFlags } from '../../../build/addons/checks/signature.mjs';

describe('what LLVM’s tools say of a library of', () => {
  test('Linux', () => {
    const headers = [
      'File: a.node',
      'Format: elf64-x86-64',
      '  0x000000000000001D RUNPATH      Library runpath: [$ORIGIN/lib:/usr/lib]',
      '  0x0000000000000001 NEEDED       Shared library: [libtensorflow_cc.so.2]',
      '  0x0000000000000001 NEEDED       Shared library: [libc.so.6]',
    ].join('\n');
    const undefinedNames = 'TFE_Execute@tensorflow\nmalloc@GLIBC_2.2.5\naligned_alloc@GLIBC_2.16\nnapi_typeof\n';
    expect(parseElf(headers, undefinedNames, 'napi_register_module_v1\nmemcpy@@VERS_1\n')).toEqual({
      machine: 'elf64-x86-64',
      libraries: ['libtensorflow_cc.so.2', 'libc.so.6'],
      searchPaths: ['$ORIGIN/lib', '/usr/lib'],
      imports: [
        { name: 'TFE_Execute', from: 'tensorflow' },
        { name: 'malloc', from: 'GLIBC_2.2.5' },
        { name: 'aligned_alloc', from: 'GLIBC_2.16' },
        { name: 'napi_typeof', from: '' },
      ],
      exports: ['napi_register_module_v1', 'memcpy'],
      oldest: '2.16',
    });
  });

  test('Windows, what is looked up late included', () => {
    const text = [
      'Format: COFF-x86-64',
      '  MajorSubsystemVersion: 6',
      '  MinorSubsystemVersion: 1',
      'Import {',
      '  Name: python311.dll',
      '  ImportLookupTableRVA: 0x3849AD48',
      '  Symbol: PyBool_FromLong (3)',
      '  Symbol: PyExc_TypeError (4)',
      '}',
      'DelayImport {',
      '  Name: node.exe',
      '  Import {',
      '    Symbol: napi_typeof (0)',
      '    Address: 0x1',
      '  }',
      '}',
      'Export {',
      '  Ordinal: 1',
      '  Name: napi_register_module_v1',
      '  RVA: 0x1000',
      '}',
    ].join('\n');
    expect(parsePe(text)).toEqual({
      machine: 'COFF-x86-64',
      libraries: ['python311.dll', 'node.exe'],
      searchPaths: [],
      imports: [
        { name: 'PyBool_FromLong', from: 'python311.dll' },
        { name: 'PyExc_TypeError', from: 'python311.dll' },
        { name: 'napi_typeof', from: 'node.exe' },
      ],
      exports: ['napi_register_module_v1'],
      oldest: '6.1',
    });
  });

  test('macOS', () => {
    const headers = [
      'a.node:',
      'Mach header',
      '      magic cputype cpusubtype  caps    filetype ncmds sizeofcmds      flags',
      'MH_MAGIC_64   ARM64        ALL  0x00       DYLIB    19       2224 DYLDLINK TWOLEVEL',
      'Load command 0',
      '          cmd LC_LOAD_DYLINKER',
      '         name /usr/lib/dyld (offset 12)',
      'Load command 1',
      '          cmd LC_ID_DYLIB',
      '         name @rpath/tfjs_binding.node (offset 24)',
      'Load command 2',
      '          cmd LC_RPATH',
      '         path @loader_path/../../deps/lib (offset 12)',
      'Load command 3',
      '       cmd LC_BUILD_VERSION',
      '     minos 12.0',
      'Load command 4',
      '          cmd LC_LOAD_DYLIB',
      '         name /usr/lib/libSystem.B.dylib (offset 24)',
      'Load command 5',
      '      cmd LC_CODE_SIGNATURE',
      '  dataoff 4096',
    ].join('\n');
    const names = [
      '                 (undefined) external _TFE_Execute (from libtensorflow_cc)',
      '                 (undefined) external _napi_typeof (dynamically looked up)',
    ].join('\n');
    const trie = [
      'Exports trie:',
      '[re-export] _TF_NewStatus (from libtensorflow_framework)',
      '0x00002088  __Znwm [weak_def]',
      '0x00003000  _napi_register_module_v1',
    ].join('\n');
    expect(parseMachO(headers, names, trie)).toEqual({
      machine: 'ARM64',
      libraries: ['/usr/lib/libSystem.B.dylib'],
      searchPaths: ['@loader_path/../../deps/lib'],
      imports: [
        { name: 'TFE_Execute', from: 'libtensorflow_cc' },
        { name: 'napi_typeof', from: '' },
      ],
      exports: ['TF_NewStatus', '_Znwm', 'napi_register_module_v1'],
      oldest: '12.0',
      installName: '@rpath/tfjs_binding.node',
      signatureAt: 4096,
    });
  });
});

/** A signature of one part. */
function signature(magic: number, flags: number): Buffer {
  const words = [0xfade0cc0, 64, 1, 0, 20, magic, 44, 0x20400, flags, 0, 0];
  const content = Buffer.alloc(64);
  words.forEach((word, index) => content.writeUInt32BE(word, 4 * index));
  return content;
}

describe('a code signature', () => {
  test('tells its flags', () => {
    expect(signatureFlags(signature(0xfade0c02, 0x20002))).toBe(0x20002);
  });

  test('that is none, holds no code, or is cut short has none', () => {
    expect(signatureFlags(Buffer.alloc(64))).toBeUndefined();
    expect(signatureFlags(signature(0xfade0c01, 0x20002))).toBeUndefined();
    const whole = signature(0xfade0c02, 0x20002);
    for (const length of [0, 8, 12, 19, 24, 30]) expect(signatureFlags(whole.subarray(0, length))).toBeUndefined();
  });
});
