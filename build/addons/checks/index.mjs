import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ROOT } from '../../setup/files.mjs';
import { ADDON } from '../sources.mjs';
import { readElf } from './elf.mjs';
import { faultsOf, faultsOfContent } from './faults.mjs';
import { readMachO } from './mach-o.mjs';
import { readPe } from './pe.mjs';

const READERS = { linux: readElf, darwin: readMachO, windows: readPe };

/** @param {import('../systems.mjs').System['kind']} kind @param {string} library path @returns {string} how it is looked for */
const lookedFor = (kind, library) => (kind === 'darwin' ? `@rpath/${basename(library)}` : basename(library));

/**
 * What is wrong with what was built for a system.
 * @param {import('../systems.mjs').System} system
 * @param {string[]} libraries paths of TensorFlow's
 * @param {string} folder in which it lies
 * @param {string[]} files
 * @returns {Promise<string[]>} each with the file it is about
 */
export async function faultsOfBuild(system, libraries, folder, files) {
  const read = READERS[system.kind];
  const offered = new Set();
  for (const library of libraries) for (const name of (await read(library)).exports) offered.add(name);
  const looked = libraries.map((library) => lookedFor(system.kind, library));
  const ofAddon = faultsOf(await read(join(folder, ADDON)), { system, libraries: looked, offered });
  // Not the home of root: `/root` stands in other words too.
  const folders = [ROOT, folder, tmpdir(), join(homedir(), '.cache')];
  const ofContent = files.flatMap((file) =>
    faultsOfContent(readFileSync(join(folder, file)), folders).map((fault) => `${file} ${fault}`),
  );
  return [...ofAddon.map((fault) => `${ADDON} ${fault}`), ...ofContent];
}
