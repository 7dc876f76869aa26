import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { endAlong } from '../tools/end-along.mjs';

/** The largest size that a spec gives a window. */
const SCREEN = '3840x2160x24';

/** Whether a display of the tests' own can be had, on which windows of any size disturb nobody. */
export const hasOwnDisplay = () => process.platform === 'linux' && !spawnSync('Xvfb', ['-help']).error;

/** Opens a virtual display. @returns its name for DISPLAY, and how to close it */
export async function openDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const server = endAlong(spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }));
  const [line] = await once(createInterface(/** @type {import('node:stream').Readable} */ (server.stdio[3])), 'line');
  return { name: `:${line}`, close: () => void server.kill() };
}
