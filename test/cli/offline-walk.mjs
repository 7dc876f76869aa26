// node test/cli/offline-walk.mjs <program> <text> <folder>
// The whole way of a person through the built program, inside a network that has nothing but the loopback device. Prints
// as JSON what each command ended with, and what the kernel counted of ways out of this network.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { leaving } from './leaving.cjs';

const [program, text, folder] = process.argv.slice(2);
const inWorkspace = ['--workspace', join(folder, 'Aesop'), '--json'];
const SMALL = ['--units', '16', '--embedding-size', '8', '--layers', '1', '--steps', '40', '--report-every', '10'];

/** @type {{ command: string, code: number | null, said: string }[]} */
const outcomes = [];

/** @param {string[]} args @returns {Record<string, any>[]} the lines that it printed */
function aesop(...args) {
  const ended = spawnSync(process.execPath, [program, ...args, ...inWorkspace], { encoding: 'utf8', timeout: 60e3 });
  outcomes.push({ command: args[0], code: ended.status, said: ended.stderr });
  return ended.stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
}

async function servePage() {
  const server = spawn(process.execPath, [program, 'serve', ...inWorkspace], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('close', resolve));
  let said = '';
  for await (const piece of server.stdout) {
    said += piece;
    if (said.includes('"serving"') && said.endsWith('\n')) break;
  }
  const { url } = JSON.parse(said.split('\n')[0]);
  const page = await fetch(url, { redirect: 'manual' });
  server.kill('SIGINT');
  outcomes.push({ command: 'serve', code: await ended, said: '' });
  return page.status;
}

const models = aesop('train', text, ...SMALL);
const model = models.map((line) => line.model).findLast(Boolean);
aesop('tell', model, '--prompt', 'the mice', '--length', '10', '--greedy');
aesop('evaluate', model, text);
aesop('export', model, '--target', join(folder, 'exported'));
const page = await servePage();
process.stdout.write(JSON.stringify({ outcomes, page, leaving: leaving() }));
