import { SEARCH_PATH as FOR_DARWIN, INSTALL_NAME } from '../darwin.mjs';
import { SEARCH_PATH as FOR_LINUX } from '../linux.mjs';
import { ENTRY } from '../sources.mjs';
import { compareVersions } from './facts.mjs';
import { AD_HOC, LINKER_SIGNED } from './signature.mjs';

/** Functions of TensorFlow's C interface that the add-on calls: 25 of TFE_…, 30 of TF_…. */
const CALLED = 55;
const LARGEST = 500_000;
const OF_TENSORFLOW = /^TFE?_/;
const OF_HOST = /^(napi|node_api)_/;

/** What an add-on may need besides TensorFlow: nothing that has to be installed first. */
const OF_SYSTEM = {
  linux: /^(lib(c\.so\.6|m\.so\.6|pthread\.so\.0|dl\.so\.2)|ld-linux-(x86-64|aarch64)\.so\.[12])$/,
  darwin: /^\/usr\/lib\/libSystem\.B\.dylib$/,
  windows: /^(KERNEL32\.dll|api-ms-win-crt-[a-z]+-l1-1-0\.dll)$/i,
};
/** macOS joins every `operator new` to one by itself, and zig's linker knows no list of exports there. */
const HARMLESS = { linux: /^$/, darwin: /^(_Z(na|nw|da|dl)\w+|__dso_handle|_mh_dylib_header)$/, windows: /^$/ };
const SEARCHED = { linux: [FOR_LINUX], darwin: [FOR_DARWIN], windows: [] };

/**
 * @typedef {import('./facts.mjs').Facts} Facts
 * @typedef {object} Expected
 * @property {import('../systems.mjs').System} system
 * @property {string[]} libraries TensorFlow's, by the names under which an add-on looks for them
 * @property {ReadonlySet<string>} offered by them
 */

/** @param {string} what @param {string[]} names */
const listed = (what, names) => (names.length > 0 ? [`${what}: ${names.slice(0, 5).join(', ')}`] : []);

/** @param {Facts} facts @param {Expected} expected @returns {string[]} */
function faultsOfSymbols({ imports, exports, libraries }, expected) {
  const { kind } = expected.system;
  const called = imports.map(({ name }) => name).filter((name) => OF_TENSORFLOW.test(name));
  // Linux: a symbol names the version of its library, or stands there for the host to have.
  const strangers = imports.filter(
    ({ name, from }) =>
      !OF_TENSORFLOW.test(name) && !(from === '' ? OF_HOST.test(name) : kind !== 'linux' || /^GLIBC_/.test(from)),
  );
  return [
    ...(called.length === CALLED ? [] : [`calls ${called.length} functions of TensorFlow, not ${CALLED}`]),
    ...listed(
      'calls what TensorFlow does not have',
      called.filter((name) => !expected.offered.has(name)),
    ),
    ...listed(
      'needs what nobody has',
      strangers.map(({ name, from }) => name + (from && ` of ${from}`)),
    ),
    ...listed(
      'has no',
      ENTRY.filter((name) => !exports.includes(name)),
    ),
    ...listed(
      'shows',
      exports.filter((name) => !ENTRY.includes(name) && !HARMLESS[kind].test(name)),
    ),
    ...listed(
      'does not look for',
      expected.libraries.filter((name) => !libraries.includes(name)),
    ),
    ...listed(
      'looks for',
      libraries.filter((name) => !expected.libraries.includes(name) && !OF_SYSTEM[kind].test(name)),
    ),
  ];
}

/** @param {Facts} facts @param {Expected} expected @returns {string[]} */
function faultsOfMac({ installName, signature }, { system }) {
  // Intel's processors ask for none, and zig signs for Apple's alone.
  const wanted = system.machine === 'ARM64' ? AD_HOC | LINKER_SIGNED : undefined;
  return [
    ...(installName === INSTALL_NAME ? [] : [`is called ${installName}, not ${INSTALL_NAME}`]),
    ...(signature === wanted
      ? []
      : [`is signed with the flags ${signature?.toString(16)}, not ${wanted?.toString(16)}`]),
  ];
}

/**
 * What is wrong with an add-on, as far as it can be told without running it.
 * @param {Facts} facts
 * @param {Expected} expected
 * @returns {string[]} nothing when it is as it should be
 */
export function faultsOf(facts, expected) {
  const { kind, machine, oldest } = expected.system;
  const path = facts.searchPaths.join(':');
  return [
    ...(facts.machine === machine ? [] : [`is for ${facts.machine}, not ${machine}`]),
    ...faultsOfSymbols(facts, expected),
    ...(path === SEARCHED[kind].join(':') ? [] : [`looks in “${path}”, not in “${SEARCHED[kind].join(':')}”`]),
    ...(facts.oldest && compareVersions(facts.oldest, oldest) <= 0
      ? []
      : [`asks for ${facts.oldest || 'no system'}, not ${oldest}`]),
    ...(kind === 'darwin' ? faultsOfMac(facts, expected) : []),
  ];
}

/**
 * What must be in no file of a package.
 * @param {Buffer} content
 * @param {string[]} folders of this machine
 * @returns {string[]}
 */
export function faultsOfContent(content, folders) {
  return [
    ...(content.length < LARGEST ? [] : [`has ${content.length} bytes, more than ${LARGEST}`]),
    ...listed(
      'names a folder of this machine',
      folders.filter((folder) => content.includes(folder)),
    ),
  ];
}
