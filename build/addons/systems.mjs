import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/files.mjs';

/**
 * @typedef {object} System what is built for one, `<process.platform>-<process.arch>`
 * @property {'linux' | 'darwin' | 'windows'} kind
 * @property {string} target as zig calls it, with the oldest system on which TensorFlow's libraries run
 * @property {string} machine as LLVM's tools call it
 * @property {string} oldest glibc, macOS or Windows needed at most
 */

/** The folder of the packages that hold the add-ons. */
export const NATIVE = join(ROOT, 'native');

/** What TensorFlow and the tools come from. */
export const WHEELS = JSON.parse(readFileSync(join(NATIVE, 'wheels.json'), 'utf8'));

/** @type {Record<string, System>} */
export const SYSTEMS = {
  'linux-x64': { kind: 'linux', target: 'x86_64-linux-gnu.2.27', machine: 'elf64-x86-64', oldest: '2.27' },
  'linux-arm64': { kind: 'linux', target: 'aarch64-linux-gnu.2.27', machine: 'elf64-littleaarch64', oldest: '2.27' },
  'win32-x64': { kind: 'windows', target: 'x86_64-windows-gnu', machine: 'COFF-x86-64', oldest: '10.0' },
  'darwin-arm64': { kind: 'darwin', target: 'aarch64-macos.12.0', machine: 'ARM64', oldest: '12.0' },
  'darwin-x64': { kind: 'darwin', target: 'x86_64-macos.10.15', machine: 'X86_64', oldest: '10.15' },
};
