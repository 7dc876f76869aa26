/**
 * @typedef {object} Import
 * @property {string} name without the underscore that macOS puts before it
 * @property {string} from a library, the version of one (`GLIBC_2.14`), or '' for what the host has
 *
 * @typedef {object} Facts what a shared library says of itself
 * @property {string} machine as LLVM's tools call its format and processor
 * @property {string[]} libraries needed, by the names under which they are looked for
 * @property {string[]} searchPaths where they are looked for first
 * @property {Import[]} imports
 * @property {string[]} exports
 * @property {string} oldest system that it asks for: version of glibc, macOS or Windows, '' when it says none
 * @property {string} [installName] macOS: the name under which others would find it
 * @property {number} [signature] macOS: the flags of its code signature
 */

/** @param {string} one @param {string} other versions as `2.27` @returns {number} below 0 when the first is older */
export function compareVersions(one, other) {
  const [first, second] = [one, other].map((version) => version.split('.').map(Number));
  const at = [...first.keys()].find((index) => first[index] !== (second[index] ?? 0));
  return at === undefined ? 0 : first[at] - (second[at] ?? 0);
}
