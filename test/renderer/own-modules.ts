import { fileURLToPath } from 'node:url';

/** What vitest keeps of a module; `vi.resetModules` undoes the same, but of every module. */
interface Evaluated {
  promise?: unknown;
  exports?: unknown;
  evaluated: boolean;
  importers: Set<string>;
}

const OWN = ['../../renderer/', '.'].map((path) => fileURLToPath(new URL(path, import.meta.url)).replaceAll('\\', '/'));

/**
 * Has the page's modules, and those of its tests, evaluated anew by whoever imports them next. What they stand on remembers
 * nothing of a page: Svelte, the messages and the contract are read once for all files of a process.
 */
export function resetPage(): void {
  const { evaluatedModules } = (
    globalThis as unknown as { __vitest_worker__: { evaluatedModules: { idToModuleMap: Map<string, Evaluated> } } }
  ).__vitest_worker__;
  for (const [path, module] of evaluatedModules.idToModuleMap) {
    if (!OWN.some((folder) => path.startsWith(folder))) continue;
    module.promise = module.exports = undefined;
    module.evaluated = false;
    module.importers.clear();
  }
}
