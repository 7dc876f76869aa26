import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CACHE, filesUnder, inWorkFolder, readJson, ROOT, sha256 } from './setup/files.mjs';

/** The kernels of the portable engine, in AssemblyScript. */
const SOURCES = join(ROOT, 'electron/engine/kernels/wasm/assembly');
const OPTIONS = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--lowMemoryLimit', '0'],
  ...['--importMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ...['--enable', 'simd', '--enable', 'bulk-memory'],
  // vectors pass between functions of the module, and never leave it
  ...['--disableWarning', '112'],
];
const THREADS = ['--sharedMemory', '--enable', 'threads'];
/**
 * The same kernels for engines with and without fused multiply-add; and the one product that tells stories, by itself, over
 * a memory of its own: a page that nobody serves may share none.
 */
const BUILDS = {
  plain: ['index.ts', ...THREADS],
  relaxed: ['index.ts', ...THREADS, '--enable', 'relaxed-simd'],
  telling: ['telling.ts'],
};
/** @typedef {keyof typeof BUILDS} Build */
const BUILD_NAMES = /** @type {Build[]} */ (Object.keys(BUILDS));

/** @param {string} folder @param {Build} name */
async function compile(folder, name) {
  const { default: compiler } = await import('assemblyscript/asc');
  const out = join(folder, `${name}.wasm`);
  const [entry, ...options] = BUILDS[name];
  const { error, stderr } = await compiler.main([join(SOURCES, entry), '--outFile', out, ...OPTIONS, ...options]);
  if (error || !existsSync(out)) throw new Error(`The kernels do not compile.\n${stderr.toString()}`);
}

function fingerprint() {
  const compiler = readJson(join(ROOT, 'node_modules/assemblyscript/package.json'))?.version;
  const files = filesUnder(SOURCES).map((file) => `${file}\n${readFileSync(join(SOURCES, file), 'utf8')}`);
  return sha256(JSON.stringify([compiler, OPTIONS, BUILDS, files])).slice(0, 16);
}

/**
 * The compiled kernels, made where these sources have not been compiled yet.
 * @returns {Promise<Record<Build, string>>} paths of WebAssembly files
 */
export async function compiledKernels() {
  const folder = join(CACHE, 'kernels', fingerprint());
  if (!existsSync(folder))
    await inWorkFolder(async (work) => {
      const made = join(work, 'kernels');
      mkdirSync(made);
      for (const name of BUILD_NAMES) await compile(made, name);
      mkdirSync(dirname(folder), { recursive: true });
      try {
        renameSync(made, folder);
      } catch (error) {
        // another build was quicker
        if (!existsSync(folder)) throw error;
      }
    });
  const path = (/** @type {Build} */ name) => [name, join(folder, `${name}.wasm`)];
  return /** @type {Record<Build, string>} */ (Object.fromEntries(BUILD_NAMES.map(path)));
}

const QUERY = '?assembly';

/**
 * Makes `import … from './assembly/index.ts?assembly'` the compiled kernels in base 64: they become script, which every
 * bundle and the packed app find without a path.
 * @returns {import('vite').Plugin}
 */
export const assembly = () => ({
  name: 'assembly',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(QUERY)) return undefined;
    filesUnder(SOURCES).forEach((file) => this.addWatchFile(join(SOURCES, file)));
    const paths = await compiledKernels();
    return Object.entries(paths)
      .map(([name, path]) => `export const ${name} = '${readFileSync(path).toString('base64')}';`)
      .join('\n');
  },
});
