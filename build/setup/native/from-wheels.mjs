import { join } from 'node:path';
import { ADDON } from '../../../electron/native/installation.mjs';
import { say } from '../progress.mjs';
import { compiledAddon } from './compile.mjs';
import { testAddon } from './load-test.mjs';

/** @typedef {typeof import('../../../electron/native/index.ts')} Native */
/** @typedef {import('../../../electron/native/index.ts').System} System */
/** @typedef {import('../../../electron/native/index.ts').Stage} Stage */

/** Says what is being done, and every tenth of it: a log stays short. */
function teller() {
  let last = '';
  /** @param {Stage} stage @param {number} fraction */
  return (stage, fraction) => {
    const percent = String(Math.floor(fraction * 10) * 10);
    const told = stage === 'downloading' ? `${stage} ${percent}` : stage;
    if (told !== last) say(`progress.${stage}`, { percent });
    last = told;
  };
}

/**
 * Brings TensorFlow from the official wheels into the folder of engines.
 * @param {Native} native @param {System} system @param {'cpu' | 'gpu'} variant @param {string} addon as `findAddon` found it
 * @param {import('./machine.mjs').Machine} machine
 * @param {(name: string) => void} keep writes the note of the engine of that name
 */
export async function prepareFromWheels(native, system, variant, addon, machine, keep) {
  await native.bringEngine({
    system,
    variant,
    addon: addon ? native.addonFrom(system, addon) : compiledAddon(machine.compiler),
    prove: (engine) => testAddon(join(engine, ADDON)),
    keep,
    progress: teller(),
    signal: new AbortController().signal,
  });
}
