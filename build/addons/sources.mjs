import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HEADERS, NODE_API } from './compile-arguments.mjs';
import { WHEELS } from './systems.mjs';
import { unpackedWheel } from './wheels.mjs';

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
