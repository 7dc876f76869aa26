import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';
import { Caller } from './caller.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

export type { Outcome };

/** The built program, as `npm run aesop` starts it. */
export const PROGRAM = fileURLToPath(new URL('../../dist/electron/cli.js', import.meta.url));
if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: run \`npm run build\` first.`);

/** Whatever a developer's machine speaks, the program speaks English where a test asks for nothing else. */
process.env.LC_ALL = 'C';

/** For tests that look at nothing of the engine: TensorFlow takes half a second of processor time longer to begin. */
export function usePortableEngine(): void {
  process.env.AESOP_ENGINE = 'portable';
}

export const FABLE = fileURLToPath(new URL('../../resources/corpora/belling-the-cat.txt', import.meta.url));

/** A program under way. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Outcome>;
  /** what it has written so far */
  stdout(): string;
  /** resolves when stdout or stderr has shown `text` */
  shows(text: string | RegExp): Promise<void>;
}

/** A standard input into which nothing comes, and that does not end. */
export const OPEN = Symbol('open');
type Options = SpawnOptions & { input?: string | Uint8Array | typeof OPEN };

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder that goes with the tests of the file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aesop-cli-'));
  folders.push(folder);
  return folder;
}

/** No test leaves a process: what takes longer than any should is ended with its workers. */
const LONGEST = 150_000;
const under = new Set<ChildProcess>();
function endGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-pid!, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}
afterAll(() => under.forEach(endGroup));

function environmentWith(values: NodeJS.ProcessEnv | undefined): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = { ...process.env, ...values };
  return env;
}

/** Starts `aesop …args` as a real process, in a group of its own. */
export function start(args: readonly string[], options: Options = {}): Started {
  const env = environmentWith(options.env);
  const stdio = [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] as const;
  const child = spawn(process.execPath, [PROGRAM, ...args], { ...options, env, stdio: [...stdio], detached: true });
  if (options.input !== OPEN) child.stdin?.end(options.input);
  under.add(child);
  const timer = setTimeout(() => endGroup(child), LONGEST);
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  const grown = () => waiting.forEach((check) => check());
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    grown();
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    grown();
  });
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      under.delete(child);
      resolve(outcomeOf({ code, signal, stdout, stderr }));
    });
  });
  const shows = (text: string | RegExp) =>
    new Promise<void>((resolve, reject) => {
      const check = () => {
        const all = stdout + stderr;
        if (typeof text === 'string' ? !all.includes(text) : !text.test(all)) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
      void ended.then(() => reject(new Error(`ended without showing ${text}:\n${stdout}\n${stderr}`)), reject);
    });
  return { child, ended, shows, stdout: () => stdout };
}

/** More would only take memory. */
const IDLE = 3;
const idle: { readonly caller: Caller; readonly env: string }[] = [];
async function endIdle(count: number): Promise<void> {
  const ended = idle.splice(0, count).map(({ caller }) => caller);
  await Promise.all(ended.map((each) => each.end()));
  for (const { child } of ended) under.delete(child);
}
afterAll(() => endIdle(idle.length));

/**
 * Runs `aesop …args` to its end, in a process where others of the same environment ran before: what a test looks at is what
 * the call writes, its exit code and the disk. Where more than these is given,
 * as an input, it is a process of its own, as with `start`.
 */
export async function aesop(args: readonly string[], options: Options = {}): Promise<Outcome> {
  if (Object.keys(options).some((name) => name !== 'env')) return start(args, options).ended;
  const environment = environmentWith(options.env);
  const env = JSON.stringify(environment);
  const at = idle.findIndex((each) => each.env === env);
  const caller = at < 0 ? new Caller(PROGRAM, environment) : idle.splice(at, 1)[0].caller;
  under.add(caller.child);
  const timer = setTimeout(() => endGroup(caller.child), LONGEST);
  const outcome = await caller.call(args);
  clearTimeout(timer);
  if (caller.lives) idle.push({ caller, env });
  else under.delete(caller.child);
  if (idle.length > IDLE) await endIdle(1);
  return outcome;
}

/** Asserts a failure as people should meet it: exit code, a sentence and a next step on stderr, no stack trace, nothing on stdout. */
export function expectFailure(outcome: Outcome, code: 1 | 2, message: RegExp): void {
  expect(outcome.stderr).toMatch(message);
  expect(outcome.code).toBe(code);
  expect(outcome.stderr.trim().split('\n').length).toBeGreaterThanOrEqual(2);
  expect(outcome.stdout + outcome.stderr).not.toMatch(/^\s+at .*[(:]\d+|node:internal|UnhandledPromise/m);
}
