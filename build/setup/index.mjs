import { bench, bundle, page, storyteller } from './bundle.mjs';
import { dependencies } from './dependencies.mjs';
import { removeUnfinished } from './files.mjs';
import { withLock } from './lock.mjs';
import { nativeRuntime } from './native/index.mjs';
import { testElectron } from './tests/electron.mjs';
import { testTools } from './tests/index.mjs';
import { testPrograms } from './tests/programs.mjs';

/**
 * @typedef {object} Step one part of the set-up; what it makes is complete or absent
 * @property {(again: boolean) => boolean} isNeeded cheap, reads only; `again` asks for what is worth another try
 * @property {() => Promise<void>} run throws an error that a person can act on
 */

/** @type {Record<string, Step>} in the order in which they depend on each other */
const STEPS = {
  dependencies,
  'test-tools': testTools,
  'test-electron': testElectron,
  'test-programs': testPrograms,
  'native-runtime': nativeRuntime,
  bundle,
  page,
  storyteller,
  bench,
};

/**
 * Does the steps that are missing, in order; nothing and no lock when none is.
 * @param {string[]} names
 * @param {{ again?: boolean }} [options] again: also repeat what failed before or may be outdated
 */
export async function setUp(names, { again = false } = {}) {
  const steps = Object.entries(STEPS).filter(([name]) => names.includes(name));
  if (!again && !steps.some(([, step]) => step.isNeeded(false))) return;
  await withLock(async () => {
    removeUnfinished();
    for (const [, step] of steps) if (step.isNeeded(again)) await step.run();
  });
}
