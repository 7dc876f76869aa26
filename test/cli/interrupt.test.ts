import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { processes } from '../tools/processes.mjs';
import { aesop, expectFailure, FABLE, PROGRAM, start, temporaryFolder, usePortableEngine } from './aesop.ts';

const folder = await temporaryFolder();
usePortableEngine();
const workspace = join(folder, 'workspace');
const LONG = ['--steps', '1000000', '--units', '32', '--embedding-size', '16', '--report-every', '10'];
const train = (...args: string[]) =>
  start(['--workspace', workspace, 'train', FABLE, ...LONG, '--checkpoint-every', '1000000', ...args]);

/** Ctrl-C at a terminal reaches every process of the foreground group. */
const controlC = (pid: number) => process.kill(-pid, 'SIGINT');

const membersOf = (group: number) => processes().filter((one) => one.group === group);

/** The kernel takes a moment to tear a killed process down after its parent has ended. */
const leavesNone = (group: number) => expect.poll(() => membersOf(group), { timeout: 30_000 }).toEqual([]);

describe('Ctrl-C', () => {
  test('once writes a checkpoint, keeps a model and says how to go on', async () => {
    const { child, ended, shows } = train('--name', 'once');
    await shows(/^step +\d+\/1000000/m);
    controlC(child.pid!);
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(1);
    expect(stderr).toContain('a checkpoint is being written');
    const [, id] = /Go on with: aesop train --resume (\S+)/.exec(stdout)!;
    const [, step] = /Stopped after step ([\d,]+)/.exec(stdout)!;
    const reached = Number(step.replaceAll(',', ''));
    expect(await readdir(join(workspace, 'runs', id, 'checkpoints', String(reached)))).toContain('state.json');
    await leavesNone(child.pid!);

    const steps = String(reached + 20);
    const resumed = await aesop(['--workspace', workspace, 'train', '--resume', id, '--steps', steps, '--json']);
    expect(resumed.code).toBe(0);
    expect(resumed.json().find(({ type }) => type === 'started')).toMatchObject({ step: reached });
    expect(resumed.json().at(-1)).toMatchObject({ type: 'done', steps: reached + 20 });
  });

  test('twice ends it too, leaves no process and a run that can go on', async () => {
    const { child, ended, shows } = train('--name', 'twice');
    await shows(/^step +\d+\/1000000/m);
    controlC(child.pid!);
    controlC(child.pid!);
    const { code } = await ended;
    expect(code).toBe(1);
    await leavesNone(child.pid!);
    const runs = (await aesop(['--workspace', workspace, 'runs', '--json'])).json();
    expect(runs.find(({ name }) => name === 'twice')).toMatchObject({ status: 'stopped' });
  });

  test('a killed program takes its worker along; what its run has learnt is kept as a model on wish', async () => {
    const { child, ended, shows } = train('--name', 'killed', '--checkpoint-every', '20');
    await shows(/^step +(2[1-9]|[3-9]\d)\/1000000/m);
    child.kill('SIGKILL');
    await ended;
    await leavesNone(child.pid!);
    const [killed] = (await aesop(['--workspace', workspace, 'runs', '--json'])).json();
    const keep = ['--workspace', workspace, 'runs', '--keep', String(killed.id)];
    const kept = await aesop([...keep, '--json']);
    expect(kept.json()).toMatchObject([{ type: 'kept', run: killed.id, steps: killed.step }]);
    const told = await aesop(['--workspace', workspace, 'tell', String(killed.id), '--length', '5']);
    expect(told.code).toBe(0);
  });
});

test('one run is not trained by two programs at once', async () => {
  const { child, ended, shows } = train('--name', 'busy', '--json');
  await shows('"type":"report"');
  const id = (await aesop(['--workspace', workspace, 'runs', '--json'])).json().find(({ name }) => name === 'busy')!.id;
  const second = await aesop(['--workspace', workspace, 'train', '--resume', String(id)]);
  expectFailure(second, 1, /is being trained by process \d+\.\n/);
  controlC(child.pid!);
  expect((await ended).json().at(-1)).toMatchObject({ type: 'stopped', run: id });
});

test('a stdout that cannot be written is said in a sentence', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [PROGRAM, '--help'], { stdio: ['ignore', full, 'pipe'] });
  let stderr = '';
  child.stderr!.on('data', (text: Buffer) => (stderr += text.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  closeSync(full);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^aesop: The disk is full while writing “stdout”\.\n/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

describe('a reader that goes away', () => {
  const shell = (command: string) =>
    promisify(execFile)('sh', ['-c', command], { env: { ...process.env, AESOP: PROGRAM, AESOP_HOME: workspace } });

  test('ends a list quietly', async () => {
    const { stdout, stderr } = await shell(`'${process.execPath}' "$AESOP" train --help | head -1`);
    expect([stdout.startsWith('Usage: aesop train'), stderr]).toEqual([true, '']);
  });

  test('ends a training quietly, with a checkpoint', async () => {
    const command = `'${process.execPath}' "$AESOP" train '${FABLE}' --name left ${LONG.join(' ')} | head -12`;
    const { stderr } = await shell(command);
    expect(stderr).toBe('');
    await expect
      .poll(
        async () =>
          (await aesop(['runs', '--json', '--workspace', workspace])).json().find(({ name }) => name === 'left'),
        {
          timeout: 60_000,
          interval: 500,
        },
      )
      .toMatchObject({ status: 'stopped' });
  });
});

describe('on a terminal', () => {
  /** Runs the program on a pseudo-terminal of util-linux, which is on every Debian. */
  function onTerminal(args: string[], environment: Record<string, string> = {}): Promise<string> {
    const command = [process.execPath, PROGRAM, ...args].map((word) => `'${word}'`).join(' ');
    // Node counts no colours where CI is set; the person of this test sits at a terminal.
    const terminal = { TERM: 'xterm', CI: undefined, NO_COLOR: undefined, FORCE_COLOR: undefined };
    const env = { ...process.env, ...terminal, AESOP_HOME: workspace, ...environment };
    const child = spawn('script', ['-qec', command, '/dev/null'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let shown = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += text));
    return new Promise((resolve) => child.on('close', () => resolve(shown)));
  }

  test('a training draws a bar, in colours, and gives the cursor back', async () => {
    const args = ['train', FABLE, '--steps', '60', '--units', '32', '--report-every', '20'];
    const shown = await onTerminal(args);
    expect(shown).toMatch(/█+.*\d+ %/);
    expect(shown).toContain('\x1b[1m');
    expect(shown.lastIndexOf('\x1b[?25h')).toBeGreaterThan(shown.lastIndexOf('\x1b[?25l'));
    expect(shown.indexOf('\x1b[?25l')).toBeGreaterThanOrEqual(0);
  });

  test('NO_COLOR and --no-color leave the colours out', async () => {
    expect(await onTerminal(['train', '--help'])).toContain('\x1b[1m');
    expect(await onTerminal(['train', '--help'], { NO_COLOR: '1' })).not.toContain('\x1b[1m');
    expect(await onTerminal(['train', '--help', '--no-color'])).not.toContain('\x1b[1m');
  });
});
