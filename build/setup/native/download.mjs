import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.mjs';
import { fileSha256 } from '../files.mjs';
import { timed } from '../progress.mjs';
import { SetupFailure } from './failure.mjs';
import { message } from './message.mjs';

const PLATFORMS = ['manylinux_2_27_x86_64', 'manylinux_2_17_x86_64', 'manylinux2014_x86_64', 'manylinux2010_x86_64'];
const TRY_LATER = message('remedies.connectAndSetUp');

/** @typedef {{ project: string, version: string, sha256: string }} Wheel */

/** @param {string} output of pip */
function whyNot(output) {
  if (/No space left/i.test(output))
    return new SetupFailure(message('shortfalls.diskFull'), message('remedies.freeSpaceAndSetUp'), true);
  const problem = (output.trim().split('\n').pop() ?? '').replace(/^ERROR: /, '');
  return new SetupFailure(message('shortfalls.notDownloaded', { problem }), TRY_LATER, true);
}

/** @param {string} python @param {Wheel} wheel @param {string} folder @param {string[]} more arguments for pip */
async function pipDownload(python, { project, version }, folder, more) {
  const platforms = PLATFORMS.flatMap((platform) => ['--platform', platform]);
  const args = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--python-version', '3.11', ...platforms];
  const patience = ['--retries', '2', '--timeout', '30', '--disable-pip-version-check'];
  const bar = process.stderr.isTTY ? [] : ['--quiet'];
  return run(python, [...args, ...patience, ...bar, ...more, '-d', folder, `${project}==${version}`], {
    show: true,
    env: { ...process.env, TMPDIR: folder },
  });
}

/**
 * Downloads one wheel through pip and compares its sha256; a damaged one is fetched once more past pip's cache.
 * @param {string} python
 * @param {Wheel} wheel
 * @param {string} folder
 * @returns {Promise<string>} path of the wheel
 */
export async function downloadWheel(python, wheel, folder) {
  for (const more of [[], ['--no-cache-dir']]) {
    const own = join(folder, wheel.project);
    mkdirSync(own, { recursive: true });
    const { ok, output } = await timed(`downloading ${wheel.project} ${wheel.version}`, () =>
      pipDownload(python, wheel, own, more),
    );
    if (!ok) throw whyNot(output);
    const path = join(own, readdirSync(own)[0]);
    if ((await fileSha256(path)) === wheel.sha256) return path;
    rmSync(own, { recursive: true });
  }
  const { project, version } = wheel;
  throw new SetupFailure(message('shortfalls.downloadDamaged', { project, version }), TRY_LATER, true);
}
