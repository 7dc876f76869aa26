import { join } from 'node:path';
import { run } from '../setup/command.mjs';
import { WHEELS } from './systems.mjs';
import { DOWNLOADS, unpackedWheel } from './wheels.mjs';

const PROGRAM = 'ziglang/zig';

function unpackedZig() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The add-ons are built on Linux x86-64: zig is pinned for that system alone.');
  return unpackedWheel(WHEELS.toolchain, /^ziglang\//, PROGRAM);
}

/** @returns {Promise<string>} path of the licence of the Windows start-up code that zig links in */
export const licenseOfMingw = async () => join(await unpackedZig(), 'ziglang', 'lib', 'libc', 'mingw', 'COPYING');

/**
 * Runs the pinned zig, whose compiler, linker and C++ library serve every system.
 * @param {string[]} args
 * @param {string} folder in which it runs
 */
export async function zig(args, folder) {
  const program = join(await unpackedZig(), PROGRAM);
  const cache = join(DOWNLOADS, 'zig-cache');
  const env = { ...process.env, ZIG_GLOBAL_CACHE_DIR: cache, ZIG_LOCAL_CACHE_DIR: cache };
  const { ok, output } = await run(program, args, { cwd: folder, env });
  if (ok) return;
  const line = output.split('\n').find((text) => /error/i.test(text)) ?? output.trim().split('\n')[0];
  throw new Error(`zig ${args[0]} failed: ${line.trim()}`);
}
