import { timed } from '../setup/progress.mjs';
import { faultsOfBuild } from './checks/index.mjs';
import { buildForDarwin } from './darwin.mjs';
import { hashesOf, list, othersThanListed } from './hashes.mjs';
import { buildForLinux } from './linux.mjs';
import { inOwnFolder } from './own-folder.mjs';
import { putIntoPackage } from './package.mjs';
import { tensorflowOf } from './sources.mjs';
import { SYSTEMS } from './systems.mjs';
import { DOWNLOADS } from './wheels.mjs';
import { buildForWindows } from './windows/index.mjs';

/**
 * Builds an add-on and what has to lie beside it.
 * @callback Build
 * @param {import('./systems.mjs').System} system
 * @param {{ include: string, libraries: string[] }} tensorflow folder of its headers, paths of its libraries
 * @param {string} folder to build in; its path must not matter
 * @returns {Promise<string[]>} names of the files to be packed
 */

/** @type {Record<import('./systems.mjs').System['kind'], Build>} */
const BUILDS = { linux: buildForLinux, darwin: buildForDarwin, windows: buildForWindows };
/** Lists what was built instead of comparing it with what is listed. */
const LIST = '--list';

/** @param {string} name @param {boolean} listing */
async function buildFor(name, listing) {
  const system = SYSTEMS[name];
  const tensorflow = await tensorflowOf(name);
  await inOwnFolder(DOWNLOADS, async (folder) => {
    const build = () => BUILDS[system.kind](system, tensorflow, folder);
    const files = await timed('addons.building', { system: name }, build);
    const faults = await faultsOfBuild(system, tensorflow.libraries, folder, files);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const hashes = await hashesOf(folder, files);
    const others = othersThanListed(name, hashes);
    if (listing) list(name, hashes);
    else if (others.length > 0)
      throw new Error(
        `${others.join(' and ')} came out otherwise than native/addons.json lists it. Where its sources, TensorFlow or zig have changed on purpose, list it anew: npm run addons -- ${LIST} ${name}`,
      );
    await putIntoPackage(name, folder, files);
  });
}

/**
 * Builds and checks the add-ons, into the packages in native/. What fails for one system keeps none of the others.
 * @param {string[]} args systems, all without any; `--list` takes what comes out for right
 * @returns {Promise<number>} exit code
 */
export async function buildAddons(args) {
  const wanted = args.filter((arg) => arg !== LIST);
  const unknown = wanted.filter((name) => !SYSTEMS[name]);
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. One of: ${Object.keys(SYSTEMS).join(', ')}, ${LIST}.`);
    return 2;
  }
  let code = 0;
  for (const name of wanted.length > 0 ? wanted : Object.keys(SYSTEMS)) {
    try {
      await buildFor(name, args.includes(LIST));
      console.log(`${name}: as it should be, in native/${name}`);
    } catch (error) {
      console.error(`${name}: ${/** @type {Error} */ (error).message}`);
      code = 1;
    }
  }
  return code;
}
