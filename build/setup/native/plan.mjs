import { message } from './message.mjs';

/**
 * @typedef {'gpu' | 'cpu' | 'prebuilt'} Variant `gpu`, `cpu`: TensorFlow's wheels and an add-on of ours; `prebuilt`: the
 *   add-on that the authors of tfjs publish
 * @typedef {import('./message.mjs').Message} Message
 * @typedef {object} Answers what paths cannot tell of a machine
 * @property {boolean} fetches whether wheels can be had: a folder or an index is named, or pip starts
 * @property {boolean} hasAddon whether our add-on for the system was made beforehand
 * @property {boolean} gpuAnswers
 * @typedef {object} Plan
 * @property {Variant[]} attempts best first; none: only the portable engine is left
 * @property {Message | ''} reason why the wheels are out of reach, '' when they are not
 * @property {Message | ''} install what to install for them
 */

const PUBLISHED = ['linux-x64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];

/** @param {boolean} pip @param {boolean} compiler @returns {{ reason: Message, install: Message }} */
function missingTools(pip, compiler) {
  const tools = message(pip ? 'tools.compiler' : compiler ? 'tools.pip' : 'tools.pipAndCompiler');
  const packages = [...(pip ? [] : ['python3-pip']), ...(compiler ? [] : ['g++'])].join(' ');
  return {
    reason: message('shortfalls.toolsMissing', { tools }),
    install: message('remedies.installTools', { tools, packages }),
  };
}

/**
 * Which engines to try on this machine, best first.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string | undefined} system for which there is TensorFlow; undefined where there is none
 * @param {Answers} answers
 * @returns {Plan}
 */
export function planEngines(machine, system, { fetches, hasAddon, gpuAnswers }) {
  const { platform, arch, compiler } = machine;
  const published = /** @type {Variant[]} */ (PUBLISHED.includes(system ?? '') ? ['prebuilt'] : []);
  if (system === undefined) {
    const reason =
      platform === 'linux' && !machine.glibc
        ? message('shortfalls.otherLibc')
        : message('shortfalls.noneForSystem', { system: `${platform}-${arch}` });
    return { attempts: [], reason, install: '' };
  }
  const compiles = platform === 'linux' && compiler !== '';
  if (!hasAddon && platform !== 'linux')
    return {
      attempts: published,
      reason: message('shortfalls.noAddon', { system }),
      install: message('remedies.makeAddon'),
    };
  if (!fetches && hasAddon)
    return { attempts: published, reason: message('shortfalls.noIndex'), install: message('remedies.nameIndex') };
  if (!fetches || !(hasAddon || compiles)) return { attempts: published, ...missingTools(fetches, compiles) };
  const gpu = gpuAnswers && machine.wantsGpu && system === 'linux-x64';
  return { attempts: [...(gpu ? /** @type {const} */ (['gpu']) : []), 'cpu', ...published], reason: '', install: '' };
}
