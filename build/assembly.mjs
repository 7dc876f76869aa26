import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { CACHE, filesUnder, inWorkFolder, readJson, ROOT, sha256 } from './setup/files.mjs';

const OPTIONS = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--lowMemoryLimit', '0'],
  ...['--importMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ...['--enable', 'simd', '--enable', 'bulk-memory'],
  // vectors pass between functions of the module, and never leave it
  ...['--disableWarning', '112'],
];
const THREADS = ['--sharedMemory', '--enable', 'threads'];
/**
 * What is written in AssemblyScript: folders, and of each its builds, as `[entry, ...options]`.
 * @type {Record<string, Record<string, [entry: string, ...options: string[]]>>}
 */
const FOLDERS = {
  /**
   * The kernels of the portable engine, for engines with and without fused multiply-add; and the one product that tells
   * stories, by itself, over a memory of its own: a page that nobody serves may share none.
   */
  'electron/engine/kernels/wasm/assembly': {
    plain: ['index.ts', ...THREADS],
    relaxed: ['index.ts', ...THREADS, '--enable', 'relaxed-simd'],
    telling: ['telling.ts'],
  },
  'electron/engine/text/vocabulary/compiled/assembly': { words: ['words.ts'] },
};

/** @param {string} sources @param {string} out path of the WebAssembly file @param {[string, ...string[]]} build */
async function compile(sources, out, [entry, ...options]) {
  const { default: compiler } = await import('assemblyscript/asc');
  const { error, stderr } = await compiler.main([join(sources, entry), '--outFile', out, ...OPTIONS, ...options]);
  if (error || !existsSync(out)) throw new Error(`${join(sources, entry)} does not compile.\n${stderr.toString()}`);
}

/** @param {string} folder */
function fingerprint(folder) {
  const compiler = readJson(join(ROOT, 'node_modules/assemblyscript/package.json'))?.version;
  const sources = join(ROOT, folder);
  const files = filesUnder(sources).map((file) => `${file}\n${readFileSync(join(sources, file), 'utf8')}`);
  return sha256(JSON.stringify([compiler, OPTIONS, FOLDERS[folder], files])).slice(0, 16);
}

/**
 * What a folder is compiled to, made where these sources have not been compiled yet.
 * @param {string} folder one of FOLDERS
 * @returns {Promise<[name: string, path: string][]>} WebAssembly files
 */
async function compiled(folder) {
  const made = join(CACHE, 'kernels', fingerprint(folder));
  const builds = Object.entries(FOLDERS[folder]);
  if (!existsSync(made))
    await inWorkFolder(async (work) => {
      const making = join(work, 'kernels');
      mkdirSync(making);
      for (const [name, build] of builds) await compile(join(ROOT, folder), join(making, `${name}.wasm`), build);
      mkdirSync(dirname(made), { recursive: true });
      try {
        renameSync(making, made);
      } catch (error) {
        // another build was quicker
        if (!existsSync(made)) throw error;
      }
    });
  return builds.map(([name]) => [name, join(made, `${name}.wasm`)]);
}

const QUERY = '?assembly';

/**
 * Makes `import … from './assembly/index.ts?assembly'` what that folder is compiled to, in base 64: it becomes script, which
 * every bundle and the packed app find without a path.
 * @returns {import('vite').Plugin}
 */
export const assembly = () => ({
  name: 'assembly',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(QUERY)) return undefined;
    const folder = relative(ROOT, dirname(id)).split(sep).join('/');
    filesUnder(join(ROOT, folder)).forEach((file) => this.addWatchFile(join(ROOT, folder, file)));
    const paths = await compiled(folder);
    return paths.map(([name, path]) => `export const ${name} = '${readFileSync(path).toString('base64')}';`).join('\n');
  },
});
