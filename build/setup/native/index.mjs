import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { diskFull, EngineFailure, isEngineFailure } from '../../../electron/native/failure.mjs';
import { CACHE, ROOT } from '../files.mjs';
import { say } from '../progress.mjs';
import { importTypeScript } from '../typescript.mjs';
import { words } from '../words.mjs';
import { prepareFromWheels } from './from-wheels.mjs';
import { gpuAnswers, lookAtMachine } from './machine.mjs';
import { inWords, message } from './message.mjs';
import { isOutdated, PACKAGE, readNote, writeNote } from './note.mjs';
import { clearPackage, workingFiles } from './place.mjs';
import { planEngines } from './plan.mjs';
import { installPrebuilt } from './prebuilt.mjs';

const NOTHING_BETTER = /** @type {const} */ ({ reason: '', install: '', passing: false });
/** Where older set-ups kept what they had made of the wheels. */
const OLD_PLACE = join(CACHE, 'native');

/** @param {unknown} error */
function asFailure(error) {
  if (isEngineFailure(error)) return error;
  const { code, message: problem } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === 'ENOSPC') return diskFull();
  return new EngineFailure(message('shortfalls.notSetUp', { problem }), message('remedies.setUpAgain'), true);
}

/** An add-on that is there and works is kept before the published one is fetched. */
async function preparePublished() {
  const kept = await workingFiles();
  return { variant: readNote()?.variant ?? 'prebuilt', files: kept ?? (await installPrebuilt()) };
}

/** Tries the planned engines, best first; what failed first is the reason to tell. */
async function setUpEngine() {
  const machine = lookAtMachine();
  /** @type {typeof import('../../../electron/native/index.ts')} */
  const native = await importTypeScript('native/index.ts');
  const system = native.systemOf(machine.platform, machine.arch, machine.glibc);
  const addon = (system && (await native.findAddon(system, ROOT))) ?? '';
  const { folder, index } = native.findSources();
  const plan = planEngines(machine, system, {
    fetches: Boolean(folder ?? index) || (await native.pythonWithPip()) !== undefined,
    hasAddon: addon !== '',
    gpuAnswers: await gpuAnswers(machine),
  });
  let shortfall = plan.reason ? new EngineFailure(plan.reason, plan.install) : undefined;
  for (const variant of plan.attempts) {
    const { reason, install, passing } = shortfall ?? NOTHING_BETTER;
    const note = { engine: /** @type {const} */ ('tensorflow'), reason, install, passing, machine };
    try {
      if (variant === 'prebuilt' || !system) writeNote({ ...note, ...(await preparePublished()) });
      else
        await prepareFromWheels(native, system, variant, addon, machine, (folder) => {
          clearPackage();
          writeNote({ ...note, variant, folder, files: {} });
        });
      return;
    } catch (error) {
      shortfall ??= asFailure(error);
    }
  }
  const { reason, install, passing } = shortfall ?? NOTHING_BETTER;
  clearPackage();
  writeNote({ engine: 'portable', reason, install, passing, machine, files: {} });
}

/** @type {import('../index.mjs').Step} TensorFlow for tfjs-node-gpu; without it the portable engine runs */
export const nativeRuntime = {
  isNeeded: (again) => !existsSync(PACKAGE) || isOutdated(readNote(), lookAtMachine(), again),
  run: async () => {
    await setUpEngine();
    rmSync(OLD_PLACE, { recursive: true, force: true });
    const note = readNote();
    const running = note?.engine === 'portable' ? 'progress.portable' : 'progress.ready';
    const [first, second] = await Promise.all([note?.reason ?? '', note?.install ?? ''].filter(Boolean).map(inWords));
    if (first === undefined) return say(running);
    const why = second === undefined ? first : words('progress.both', { first, second });
    say('progress.why', { what: words(running), why });
  },
};
