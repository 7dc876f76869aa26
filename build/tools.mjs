import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './setup/files.mjs';

/**
 * Runs a development tool of node_modules with this Node, its output as it comes.
 * @param {string} script path under node_modules
 * @param {string[]} args
 * @returns {Promise<number>} exit code; 1 when a signal ended it
 */
export function nodeTool(script, args) {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
