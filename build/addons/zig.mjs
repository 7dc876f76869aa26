import { join } from 'node:path';
import { run } from '../setup/command.mjs';
import { WHEELS } from './systems.mjs';
import { DOWNLOADS, unpackedWheel } from './wheels.mjs';

const PROGRAM = 'ziglang/zig';

/** What made an add-on, to stand beside its hash. */
export const COMPILER = `${WHEELS.toolchain.project} ${WHEELS.toolchain.version}`;

/**
 * Runs the pinned zig, whose compiler, linker and C++ library serve every system.
 * @param {string[]} args
 * @param {string} folder in which it runs
 */
export async function zig(args, folder) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The add-ons are built on Linux x86-64: zig is pinned for that system alone.');
  const unpacked = await unpackedWheel(WHEELS.toolchain, ['*'], PROGRAM);
  const cache = join(DOWNLOADS, 'zig-cache');
  const env = { ...process.env, ZIG_GLOBAL_CACHE_DIR: cache, ZIG_LOCAL_CACHE_DIR: cache };
  const { ok, output } = await run(join(unpacked, PROGRAM), args, { cwd: folder, env });
  if (ok) return;
  const line = output.split('\n').find((text) => /error/i.test(text)) ?? output.trim().split('\n')[0];
  throw new Error(`zig ${args[0]} failed: ${line.trim()}`);
}
