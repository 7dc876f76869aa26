import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './setup/files.mjs';

/**
 * Runs a development tool of node_modules with this Node, its output as it comes.
 * @param {string} script path under node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to that of this process
 * @returns {Promise<number>} exit code; 1 when a signal ended it
 */
export function nodeTool(script, args, env = {}) {
  const line = [join(ROOT, 'node_modules', script), ...args];
  const child = spawn(process.execPath, line, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
