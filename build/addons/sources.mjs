import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../setup/files.mjs';
import { WHEELS } from './systems.mjs';
import { unpackedWheel } from './wheels.mjs';

const PACKAGE = join(ROOT, 'node_modules', '@tensorflow', 'tfjs-node-gpu');
const NODE_HEADERS = join(ROOT, 'node_modules', 'node-api-headers');
const NODE_API = 8;
/** What the add-on's sources include, directly or not, of 11,000 headers; newer wheels have part of it elsewhere. */
const HEADERS = /^tensorflow\/include\/(?:tensorflow\/c|(?:xla\/)?tsl\/c|(?:tensorflow\/core|tsl)\/platform\/ctstring)/;

export const ADDON = 'tfjs_binding.node';
/** What Node looks up in an add-on. */
export const ENTRY = ['napi_register_module_v1', 'node_api_module_get_api_version_v1'];

/** @returns {string[]} the functions that a host of this Node-API version offers */
export function hostFunctions() {
  /** @type {{ symbols: Record<string, { js_native_api_symbols: string[], node_api_symbols: string[] }> }} */
  const { symbols } = createRequire(import.meta.url)('node-api-headers');
  const { js_native_api_symbols: ofEngine, node_api_symbols: ofNode } = symbols[`v${NODE_API}`];
  return [...ofEngine, ...ofNode].sort();
}

/**
 * TensorFlow's wheel of a system: headers, and the libraries that the add-on will find beside itself.
 * @param {string} system
 */
export async function tensorflowOf(system) {
  const { cpu, libraries } = WHEELS[system];
  const members = new RegExp([HEADERS.source, ...libraries.map((/** @type {string} */ path) => `^${path}$`)].join('|'));
  const folder = await unpackedWheel(cpu[0], members);
  return {
    include: join(folder, 'tensorflow', 'include'),
    libraries: libraries.map((/** @type {string} */ file) => join(folder, file)),
  };
}

/**
 * What every compiler is told. Nothing of it may end up in the add-on, so that each machine makes the same.
 * @param {string} include TensorFlow's headers
 */
export function compileArguments(include) {
  const headers = [PACKAGE, join(PACKAGE, 'binding'), include, join(NODE_HEADERS, 'include')];
  const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => join(PACKAGE, 'binding', file));
  const flags = ['-std=c++17', '-O2', '-shared', `-DNAPI_VERSION=${NODE_API}`, '-fvisibility=hidden'];
  return [...flags, `-ffile-prefix-map=${ROOT}=.`, ...headers.map((folder) => `-I${folder}`), ...sources];
}
