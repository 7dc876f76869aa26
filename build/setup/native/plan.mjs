import { message } from './message.mjs';

/**
 * @typedef {'gpu' | 'cpu' | 'prebuilt'} Variant `gpu`, `cpu`: TensorFlow's wheels and an add-on compiled here;
 *   `prebuilt`: the add-on that the authors of tfjs publish
 * @typedef {import('./message.mjs').Message} Message
 * @typedef {object} Plan
 * @property {Variant[]} attempts best first; none: only the portable engine is left
 * @property {Message | ''} reason why the wheels are out of reach, '' when they are not
 * @property {Message | ''} install what to install for them
 */

const PREBUILT = ['linux-x64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];

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
 * @param {{ pipWorks: boolean, gpuAnswers: boolean }} answers
 * @returns {Plan}
 */
export function planEngines(machine, { pipWorks, gpuAnswers }) {
  const system = `${machine.platform}-${machine.arch}`;
  if (system === 'linux-x64' && !machine.glibc) {
    return { attempts: [], reason: message('shortfalls.otherLibc'), install: '' };
  }
  if (!PREBUILT.includes(system)) {
    return { attempts: [], reason: message('shortfalls.noneForSystem', { system }), install: '' };
  }
  if (system !== 'linux-x64') return { attempts: ['prebuilt'], reason: '', install: '' };
  if (!pipWorks || !machine.compiler) {
    return { attempts: ['prebuilt'], ...missingTools(pipWorks, machine.compiler !== '') };
  }
  const gpu = gpuAnswers && machine.wantsGpu;
  return { attempts: [...(gpu ? /** @type {const} */ (['gpu']) : []), 'cpu', 'prebuilt'], reason: '', install: '' };
}
