import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../command.mjs';
import { filesUnder, inWorkFolder, replaceFolder, sha256 } from '../files.mjs';
import { timed } from '../progress.mjs';
import { compileAddon, stripLibraries } from './compile.mjs';
import { downloadWheel } from './download.mjs';
import { SetupFailure } from './failure.mjs';
import { testAddon } from './load-test.mjs';
import { message } from './message.mjs';
import { PACKAGE, PREPARED } from './note.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const WHEELS = JSON.parse(readFileSync(join(HERE, 'wheels.json'), 'utf8'));
const LIBRARIES = ['tensorflow/libtensorflow_cc.so.2', 'tensorflow/libtensorflow_framework.so.2'];
/** What the add-on's sources include, directly or not, of 11,000 headers. */
const HEADERS = ['tensorflow/c/*', 'xla/tsl/c/*', 'tensorflow/core/platform/ctstring*', 'tsl/platform/ctstring*'];
/** What goes along with the libraries wherever they go, by the name it gets. */
const NOTICES = {
  'tensorflow-license.txt': 'tensorflow/include/LICENSE',
  'tensorflow-notices.txt': 'tensorflow/THIRD_PARTY_NOTICES.txt',
};
const MEMBERS = [
  ...LIBRARIES,
  ...HEADERS.map((path) => `tensorflow/include/${path}`),
  ...Object.values(NOTICES),
  ...['nvidia/*/lib/*.so*', 'nvidia_*.dist-info/*icense*'],
];

/** @param {'cpu' | 'gpu'} variant */
function requireSpace(variant) {
  mkdirSync(PREPARED, { recursive: true });
  const { bavail, bsize } = statfsSync(PREPARED);
  const [free, needed] = [(bavail * bsize) / 1e9, WHEELS.gigabytes[variant]];
  if (free >= needed) return;
  const reason = message('shortfalls.diskShort', { needed, free: { amount: free, as: 'tenths' } });
  throw new SetupFailure(reason, message('remedies.freeSpaceAndSetUp'), true);
}

/** @param {string} python @param {string} wheel @param {string} folder */
async function unpack(python, wheel, folder) {
  const { ok, output } = await run(python, [join(HERE, 'unpack.py'), wheel, folder, ...MEMBERS]);
  rmSync(wheel);
  if (ok) return;
  const full = /No space left/i.test(output);
  const problem = output.trim().split('\n').pop() ?? '';
  const reason = full ? message('shortfalls.diskFull') : message('shortfalls.notUnpacked', { problem });
  throw new SetupFailure(reason, message('remedies.freeSpaceAndSetUp'), true);
}

/** @param {string} unpacked @param {string} folder */
function keepNotices(unpacked, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, file] of Object.entries(NOTICES))
    if (existsSync(join(unpacked, file))) renameSync(join(unpacked, file), join(folder, name));
  for (const info of readdirSync(unpacked).filter((name) => name.endsWith('.dist-info')))
    for (const file of filesUnder(join(unpacked, info)))
      renameSync(join(unpacked, info, file), join(folder, `${info.split('-')[0]}-${basename(file)}`));
}

/**
 * Prepares TensorFlow from the official wheels, in a folder that is whole once it is there: `lib/napi-v8` with the
 * add-on, `deps/lib` with TensorFlow, `deps/licenses`, for a GPU `deps/nvidia` with CUDA, where the wheel's libraries look for it.
 * @param {'cpu' | 'gpu'} variant
 * @param {import('./machine.mjs').Machine} machine
 * @returns {Promise<string>} that folder
 */
export async function prepareFromWheels(variant, { python, compiler }) {
  const recipe = [
    JSON.stringify(WHEELS[variant]),
    ...MEMBERS,
    readFileSync(join(PACKAGE, 'package.json'), 'utf8'),
  ].join();
  const prepared = join(PREPARED, `${variant}-${WHEELS.tensorflow}-${sha256(recipe).slice(0, 12)}`);
  if (existsSync(prepared)) return prepared;
  requireSpace(variant);
  await inWorkFolder(async (folder) => {
    const [unpacked, result] = [join(folder, 'unpacked'), join(folder, 'result')];
    for (const wheel of WHEELS[variant]) {
      const path = await downloadWheel(python, wheel, folder);
      await timed(`unpacking ${wheel.project}`, () => unpack(python, path, unpacked));
    }
    const libraries = join(result, 'deps', 'lib');
    mkdirSync(libraries, { recursive: true });
    const placed = LIBRARIES.map((file) => join(libraries, file.split('/')[1]));
    LIBRARIES.forEach((file, index) => renameSync(join(unpacked, file), placed[index]));
    keepNotices(unpacked, join(result, 'deps', 'licenses'));
    if (variant === 'gpu') renameSync(join(unpacked, 'nvidia'), join(result, 'deps', 'nvidia'));
    await stripLibraries(placed);
    const addon = join(result, 'lib', 'napi-v8', 'tfjs_binding.node');
    await compileAddon(compiler, join(unpacked, 'tensorflow', 'include'), libraries, addon);
    await testAddon(addon);
    replaceFolder(result, prepared);
  });
  for (const name of readdirSync(PREPARED)) {
    if (join(PREPARED, name) !== prepared) rmSync(join(PREPARED, name), { recursive: true, force: true });
  }
  return prepared;
}
