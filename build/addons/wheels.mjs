import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, run } from '../setup/command.mjs';
import { CACHE, fileSha256, inWorkFolder, replaceFolder, ROOT, sha256 } from '../setup/files.mjs';
import { timed } from '../setup/progress.mjs';
import { MissingTool } from './missing-tool.mjs';

const UNPACKER = join(ROOT, 'build', 'setup', 'native', 'unpack.py');
/** What is downloaded and unpacked for the add-ons: 5 GB for all systems. */
export const DOWNLOADS = join(CACHE, 'addons');

function python() {
  const found = findProgram('python3', 'python');
  if (!found) throw new MissingTool('Python', 'python3-pip');
  return found;
}

/**
 * Downloads one wheel and compares it with its hash.
 * @param {string} project
 * @param {string} version
 * @param {string} platform the platform tag of its name
 * @param {string} hash SHA-256 in hexadecimal
 * @param {string} folder empty, to hold the wheel
 * @returns {Promise<string>} its path; throws when it cannot be had or is another
 */
export async function fetchWheel(project, version, platform, hash, folder) {
  mkdirSync(folder, { recursive: true });
  const which = ['--no-deps', '--only-binary=:all:', '--python-version', '3.11', '--platform', platform];
  const quiet = ['--quiet', '--disable-pip-version-check'];
  const args = ['-m', 'pip', 'download', ...which, ...quiet, '-d', folder, `${project}==${version}`];
  const { ok, output } = await timed(`downloading ${project} ${version} for ${platform}`, () => run(python(), args));
  if (!ok) throw new Error(`${project} ${version} could not be downloaded: ${output.trim().split('\n').pop()}`);
  const path = join(folder, readdirSync(folder)[0]);
  const found = await fileSha256(path);
  if (found !== hash) throw new Error(`${project} ${version} for ${platform} is another file: ${found}, not ${hash}.`);
  return path;
}

/**
 * A wheel's members, downloaded once.
 * @param {import('./systems.mjs').Wheel} wheel
 * @param {string[]} members patterns of paths in it
 * @param {string} [program] a member that is to be started
 * @returns {Promise<string>} the folder in which they lie
 */
export async function unpackedWheel({ project, version, platform, sha256: hash }, members, program) {
  const target = join(DOWNLOADS, `${project}-${version}-${platform}-${sha256([hash, ...members].join()).slice(0, 12)}`);
  if (existsSync(target)) return target;
  await inWorkFolder(async (folder) => {
    const wheel = await fetchWheel(project, version, platform, hash, join(folder, 'wheel'));
    const unpacked = join(folder, 'unpacked');
    const { ok, output } = await timed(`unpacking ${project}`, () =>
      run(python(), [UNPACKER, wheel, unpacked, ...members]),
    );
    rmSync(wheel);
    if (!ok) throw new Error(`${project} ${version} could not be unpacked: ${output.trim().split('\n').pop()}`);
    if (program) chmodSync(join(unpacked, program), 0o755);
    replaceFolder(unpacked, target);
  });
  return target;
}
