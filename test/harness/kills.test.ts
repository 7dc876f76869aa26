import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkpointSteps } from '../../electron/storage/checkpoints/checkpoints.ts';
import { lockHolder } from '../../electron/storage/processes/locks.ts';
import { runFiles, type RunFiles } from '../../electron/storage/runs/run-files.ts';
import { start, type Outcome, type Started } from '../cli/aesop.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { smallText } from '../worker/training-workspace.ts';
import { HARNESS_TIMEOUT, rounds } from './rounds.ts';
import { untimedLines } from '../worker/untimed.ts';

const STEPS = 60;
const SETTINGS = [
  ...['--preset', 'novel', '--tokenizer', 'whitespace', '--no-tie-weights', '--minimum-count', '1'],
  ...['--layers', '2', '--units', '16', '--embedding-size', '8', '--dropout', '0.2', '--sequence-length', '8'],
  ...['--batch-size', '4', '--validation-fraction', '0.1', '--steps', String(STEPS), '--report-every', '1'],
  ...['--evaluate-every', '20', '--checkpoint-every', '8'],
];
const WHO = ['worker', 'host', 'group'] as const;

/** A run of its own in a workspace of its own, trained by the program as a person would. */
class Trained {
  readonly workspace = temporaryFolder();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get id(): string | undefined {
    const runs = join(this.workspace, 'runs');
    return existsSync(runs) ? readdirSync(runs).find((name) => !name.startsWith('.')) : undefined;
  }

  get files(): RunFiles {
    return runFiles(join(this.workspace, 'runs', this.id ?? 'none'));
  }

  /** Begins, or goes on where there is something to go on with. */
  train(): Started {
    const { id, workspace } = this;
    const what = id === undefined ? [this.#text, ...SETTINGS] : ['--resume', id];
    const env = { ...process.env, AESOP_ENGINE: 'portable' };
    return start(['train', ...what, '--workspace', workspace, '--json'], { env });
  }

  /** Of a run that is done, whether or not the program came to say so before it was killed; nothing of another. */
  figures(): unknown {
    if (this.id === undefined) return undefined;
    const { status, step, final } = JSON.parse(readFileSync(join(this.files.folder, 'run.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    return status === 'done' ? { step, final } : undefined;
  }

  /** All that must be the same, and nothing that tells the time. */
  async product(): Promise<Record<string, unknown>> {
    const { files, workspace, id } = this;
    const hex = (...path: string[]) => readFileSync(join(...path)).toString('hex');
    return {
      ...(await untimedLines(files)),
      model: hex(workspace, 'models', id!, 'weights.bin'),
      weights: hex(files.checkpoints, String(STEPS), 'weights.safetensors'),
      optimizer: hex(files.checkpoints, String(STEPS), 'optimizer.safetensors'),
    };
  }

  /** What a program that was killed may have forgotten. */
  leftOver(kinds: RegExp): string[] {
    const names = readdirSync(this.workspace, { recursive: true }) as string[];
    return names.filter((name) => kinds.test(name));
  }

  /** As the next program finds the workspace when it opens it. */
  async opened(): Promise<void> {
    await start(['runs', '--workspace', this.workspace]).ended;
  }
}

const lastStep = (stdout: string) => Number([...stdout.matchAll(/"type":"report","step":(\d+)/g)].at(-1)?.[1] ?? 0);

/** Resolves once the program has told of that step, of its start where none is left, or of its end. */
function reached(program: Started, step: number, from: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const stdout = program.stdout();
      if (from === STEPS ? stdout.includes('"type":"started"') : lastStep(stdout) >= step) resolve();
    };
    program.child.stdout!.on('data', look);
    void program.ended.then(() => resolve());
  });
}

async function kill(program: Started, who: (typeof WHO)[number], { folder }: RunFiles): Promise<void> {
  const pid = who === 'worker' ? await lockHolder(folder) : program.child.pid!;
  try {
    if (pid !== undefined) process.kill(who === 'group' ? -pid : pid, 'SIGKILL');
  } catch {
    // it has come to its end by itself
  }
}

test(
  'a training of which worker, host or all were killed, also while it was measured, ends as if nobody had',
  async () => {
    const text = join(temporaryFolder(), 'text.txt');
    writeFileSync(text, smallText(2500));
    const undisturbed = new Trained(text);
    const program = undisturbed.train();
    let trained = 0;
    void reached(program, STEPS, 0).then(() => (trained = performance.now()));
    const { stderr } = await program.ended;
    const measuring = performance.now() - trained;
    const figures = undisturbed.figures();
    expect(figures, stderr).toMatchObject({ step: STEPS, final: { loss: expect.any(Number) } });
    const product = await undisturbed.product();

    let killed = new Trained(text);
    const compare = async ({ stderr }: Outcome, name: string) => {
      expect(killed.figures(), `${name}\n${stderr}`).toEqual(figures);
      const theirs = await killed.product();
      for (const [part, ours] of Object.entries(product)) expect(theirs[part], `${name}: ${part}`).toEqual(ours);
    };
    const written = /\.tmp|\.old/;
    let last = '';
    for (const { number, random, name } of rounds('kills', 6)) {
      last = name;
      const from = (await checkpointSteps(killed.files.checkpoints)).at(-1) ?? 0;
      const training = killed.train();
      // two in three on the way, not too far for those to come, one while it is measured and saved
      const atEnd = number % 3 === 2 || from === STEPS;
      const step = atEnd ? STEPS : from + 1 + random.integer(Math.ceil((STEPS - from) / 2));
      await reached(training, step, from);
      await wait(random.uniform() * (atEnd ? measuring : 50));
      await kill(training, WHO[random.integer(3)], killed.files);
      const ended = await training.ended;
      await expect.poll(() => lockHolder(killed.files.folder), { timeout: 30_000 }).toBeUndefined();
      if (killed.figures() === undefined) continue;
      // killed behind its end: its lock is nobody's, and what it was still writing goes when the workspace is opened again
      await compare(ended, name);
      await killed.opened();
      expect(killed.leftOver(written), name).toEqual([]);
      killed = new Trained(text);
    }
    await compare(await killed.train().ended, last);
    expect(killed.leftOver(/\.tmp|\.old|lock\.json/), last).toEqual([]);
  },
  3 * HARNESS_TIMEOUT,
);
