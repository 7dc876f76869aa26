import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../../build/setup/files.mjs';
import { complete, start } from './host.mjs';

const CLI = join(ROOT, 'dist', 'electron', 'cli.js');
const LONG = ['--steps', '100000', '--units', '32', '--embedding-size', '16', '--report-every', '10'];
/** Emulated, a program takes this many milliseconds to come to its point. */
const PATIENCE = 300_000;

/** @param {string} stdout @returns {Record<string, any>[]} */
const objects = (stdout) => stdout.split(/\r?\n/).flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));

/**
 * @param {string} what @param {() => unknown} look is asked until it gives something
 * @returns {Promise<any>}
 */
export async function until(what, look) {
  for (const begun = Date.now(); Date.now() - begun < PATIENCE; await wait(200)) {
    const found = look();
    if (found) return found;
  }
  throw new Error(`${what} did not come in ${PATIENCE / 1000} s`);
}

/**
 * The built program in another system, with an engine.
 * @param {import('./host.mjs').Host} host
 * @param {string} engine folder
 */
export function programOn(host, engine) {
  const env = { AESOP_ENGINE_FOLDER: host.path(engine) };
  return {
    /** @param {...string} args @returns {Promise<Record<string, any>[]>} what it says with `--json` */
    ask: async (...args) => objects((await complete(host, CLI, [...args, '--json'], env)).stdout),
    /** @param {...string} args */
    begin: (...args) => {
      const begun = start(host, CLI, [...args, '--json'], env);
      return { ...begun, objects: () => objects(begun.said()) };
    },
  };
}

/** @typedef {ReturnType<typeof programOn>} Program */

/** The doctor finds TensorFlow and measures a step. @param {Program} program */
export async function checkDoctor(program) {
  const said = await program.ask('doctor');
  const wrong = said.filter(({ type, ok }) => type === 'check' && !ok);
  assert.deepEqual(wrong, []);
  const machine = said.find(({ type }) => type === 'machine');
  assert.equal(machine?.engine.engine, 'tensorflow', JSON.stringify(machine));
  return { engine: machine?.engine.label, ...machine?.measured };
}

/**
 * Learns the fable and tells it on: the whole way by itself, or with settings where that would take an hour.
 * @param {Program} program @param {string} fable @param {string[]} settings
 */
export async function checkStory(program, fable, settings) {
  const said = await (settings.length > 0 ? program.ask('train', fable, ...settings) : program.ask('story'));
  const done = said.find(({ type }) => type === 'done');
  const losses = said.filter(({ type }) => type === 'report').map(({ loss }) => loss);
  assert.ok(done && losses.length > 1 && losses[losses.length - 1] < losses[0], JSON.stringify(said));
  // By heart, where it was given the time.
  if (settings.length === 0) assert.ok(done.accuracy > 0.9, JSON.stringify(done));
  const told = await program.ask('tell', done.model, '--length', '8', '--greedy');
  assert.ok(told.length > 0);
  return { accuracy: done.accuracy, seconds: done.seconds, steps: done.steps };
}

/** A training that is killed goes on from its last whole checkpoint. @param {Program} program @param {string} fable */
export async function checkKilled(program, fable) {
  const { end, finished, objects } = program.begin('train', fable, ...LONG, '--checkpoint-every', '20');
  try {
    await until('a checkpoint', () => objects().some(({ type, step }) => type === 'report' && step >= 30));
  } finally {
    end('SIGKILL');
    await finished;
  }
  const [run] = (await program.ask('runs')).filter(({ status }) => status !== 'done');
  assert.ok(run.step >= 20, JSON.stringify(run));
  const resumed = await program.ask('train', '--resume', run.id, '--steps', String(run.step + 20));
  assert.equal(resumed.find(({ type }) => type === 'started')?.step, run.step);
  assert.equal(resumed.at(-1)?.steps, run.step + 20);
  return { killedAfter: run.step, steps: run.step + 20 };
}
