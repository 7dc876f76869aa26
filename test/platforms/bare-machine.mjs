// node test/platforms/bare-machine.mjs [--full] [--as aesop|root] [--logs folder] [test files …]
// The two commands of the README on a Debian 12 that has git and Node alone: as an account without sudo, then as root, each in
// a fresh clone of what is committed here. With --full every test runs, else the named files. Needs root and debootstrap;
// apt, npm and names are asked where this machine asks them. AESOP_WHEEL_INDEX is passed on: with it, and the add-on in
// native/linux-x64, TensorFlow comes, and without it the portable engine.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../build/setup/files.mjs';
import { cloneInto, makeDebian } from './bare/debian.mjs';
import { runInside } from './bare/inside.mjs';

/** In this order: what root installs would be there for the others. */
const ACCOUNTS = [
  { name: 'aesop', home: '/home/aesop' },
  { name: 'root', home: '/root' },
];
/** Quick, and each in need of something: a terminal, the built program, child processes, an engine. */
const FEW = [
  'test/cli/usage.test.ts',
  'test/build/native-setup.test.ts',
  'test/engine/formats',
  'test/studio/upgrade.test.ts',
];
const LAST_LINES = 40;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean' }, as: { type: 'string' }, logs: { type: 'string' } },
});
const files = positionals.length > 0 ? positionals : FEW;
const commands = ['npm run story', values.full ? 'npm test' : `npm test -- ${files.join(' ')}`];

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), 'aesop-bare-'));
const ended = new AbortController();
const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
// Not once: another signal must not cut the removal short.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ended.abort(new Error(signal)));
process.once('exit', remove);

try {
  if (process.getuid?.() !== 0) throw new Error('This makes a system to change into, which root alone may do.');
  const root = join(folder, 'root');
  mkdirSync(root);
  const logs = values.logs ?? folder;
  mkdirSync(logs, { recursive: true });
  say('making a Debian 12 with git and Node alone …');
  await makeDebian(root);
  /** @type {import('./bare/inside.mjs').Row[]} */
  const rows = [];
  for (const account of ACCOUNTS.filter(({ name }) => (values.as ?? name) === name)) {
    await cloneInto(ROOT, root, account.home);
    for (const [at, command] of commands.entries()) {
      say(`${account.name}: ${command} …`);
      const log = join(logs, `${account.name}-${at}.log`);
      const row = await runInside(root, account, command, log, ended.signal, at > 0 ? rows.at(-1)?.engine : '');
      rows.push(row);
      if (row.code !== 0) say(readFileSync(log, 'utf8').split('\n').slice(-LAST_LINES).join('\n'));
    }
  }
  const head = {
    command: 'command',
    who: 'who',
    seconds: 'seconds',
    code: 'exit',
    engine: 'engine',
    tests: 'passed/failed/skipped',
  };
  for (const { command, who, seconds, code, engine, tests } of [head, ...rows])
    say(
      [
        who.padEnd(6),
        `${seconds}`.padStart(7),
        `${code}`.padStart(5),
        tests.padEnd(22),
        engine.padEnd(24),
        command,
      ].join('  '),
    );
  if (rows.length === 0 || rows.some(({ code }) => code !== 0)) process.exitCode = 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
