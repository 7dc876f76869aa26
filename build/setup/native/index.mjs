import { existsSync } from 'node:fs';
import { say } from '../progress.mjs';
import { SetupFailure } from './failure.mjs';
import { prepareFromWheels } from './from-wheels.mjs';
import { askMachine, lookAtMachine } from './machine.mjs';
import { inEnglish, message } from './message.mjs';
import { isOutdated, PACKAGE, readNote, writeNote } from './note.mjs';
import { clearPackage, placeInPackage, workingFiles } from './place.mjs';
import { planEngines } from './plan.mjs';
import { installPrebuilt } from './prebuilt.mjs';

const NOTHING_BETTER = /** @type {const} */ ({ reason: '', install: '', passing: false });

/** @param {unknown} error */
function asFailure(error) {
  if (error instanceof SetupFailure) return error;
  const { code, message: problem } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === 'ENOSPC')
    return new SetupFailure(message('shortfalls.diskFull'), message('remedies.freeSpaceAndSetUp'), true);
  return new SetupFailure(message('shortfalls.notSetUp', { problem }), message('remedies.setUpAgain'), true);
}

/**
 * Puts an engine into the package. An add-on that is there and works is kept before the published one is tried.
 * @param {import('./plan.mjs').Variant} variant
 * @param {import('./machine.mjs').Machine} machine
 */
async function prepare(variant, machine) {
  if (variant !== 'prebuilt') return { variant, files: placeInPackage(await prepareFromWheels(variant, machine)) };
  const kept = await workingFiles();
  return kept ? { variant: readNote()?.variant ?? variant, files: kept } : { variant, files: await installPrebuilt() };
}

/** Tries the planned engines, best first; what failed first is the reason to tell. */
async function setUpEngine() {
  const machine = lookAtMachine();
  const plan = planEngines(machine, await askMachine(machine));
  let shortfall = plan.reason ? new SetupFailure(plan.reason, plan.install) : undefined;
  for (const variant of plan.attempts) {
    try {
      const prepared = await prepare(variant, machine);
      const { reason, install, passing } = shortfall ?? NOTHING_BETTER;
      writeNote({ engine: 'tensorflow', ...prepared, reason, install, passing, machine });
      return;
    } catch (error) {
      shortfall ??= asFailure(error);
    }
  }
  const { reason, install, passing } = shortfall ?? NOTHING_BETTER;
  clearPackage();
  writeNote({ engine: 'portable', reason, install, passing, machine, files: {} });
}

/** @type {import('../index.mjs').Step} TensorFlow inside tfjs-node-gpu; without it the portable engine runs */
export const nativeRuntime = {
  isNeeded: (again) => !existsSync(PACKAGE) || isOutdated(readNote(), lookAtMachine(), again),
  run: async () => {
    await setUpEngine();
    const note = readNote();
    const running = note?.engine === 'portable' ? 'the portable engine will run' : 'TensorFlow is ready';
    const why = await Promise.all([note?.reason ?? '', note?.install ?? ''].filter(Boolean).map(inEnglish));
    say(why.length > 0 ? [`${running}.`, ...why].join(' ') : running);
  },
};
