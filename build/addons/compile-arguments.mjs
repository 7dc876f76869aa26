import { join } from 'node:path';
import { ROOT } from '../setup/files.mjs';
import { PACKAGE } from '../setup/native/note.mjs';

export const NODE_API = 8;
/** What the add-on's sources include, directly or not, of 11,000 headers; newer wheels have part of it elsewhere. */
export const HEADERS =
  /^tensorflow\/include\/(?:tensorflow\/c|(?:xla\/)?tsl\/c|(?:tensorflow\/core|tsl)\/platform\/ctstring)/;

/**
 * What every compiler is told. Nothing of it may end up in the add-on, so that each machine makes the same.
 * @param {string} include TensorFlow's headers
 */
export function compileArguments(include) {
  const nodeHeaders = join(ROOT, 'node_modules', 'node-api-headers', 'include');
  const headers = [PACKAGE, join(PACKAGE, 'binding'), include, nodeHeaders];
  const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => join(PACKAGE, 'binding', file));
  const flags = ['-std=c++17', '-O2', '-shared', `-DNAPI_VERSION=${NODE_API}`, '-fvisibility=hidden'];
  return [...flags, `-ffile-prefix-map=${ROOT}=.`, ...headers.map((folder) => `-I${folder}`), ...sources];
}
