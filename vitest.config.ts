import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type UserWorkspaceConfig } from 'vitest/config';
import { assembly } from './build/assembly.mjs';
import { reasonAgainstBrowser } from './build/setup/tests/browser.mjs';
import { reasonAgainstPrograms } from './build/setup/tests/programs.mjs';
import { tfjsRequired } from './build/tfjs.mjs';
import { hasOwnDisplay } from './test/electron/display.mjs';
import { reasonAgainstElectron } from './test/electron/here.mjs';
import { filesTogether } from './test/together.mjs';

/** They leave no traces: a process for each would load the same modules again and again. */
const together = filesTogether();
const shared = { isolate: false, setupFiles: ['test/afterwards.ts'] };

/** Waits for what hosts, trainings and browsers do, beside others. */
const e2e = { expect: { poll: { timeout: 20_000 } } };
/** After all others, one file after the other: they share the person's display. */
const alone = { ...e2e, fileParallelism: false };
const MARKS = 'test/e2e/browser/marks.test.ts';

const inBrowser = {
  provide: { host: 'browser' as const },
  ...(reasonAgainstBrowser() ? { runner: 'test/skip-all.ts' } : {}),
};

/** What all projects have: they do not extend this file, which would be read, and ask its questions, once for each. */
const ours = (): UserWorkspaceConfig => ({
  // as in build/vite.node.mjs
  plugins: [assembly(), tfjsRequired()],
  assetsInclude: ['**/*.bcmap'],
});
type ProjectConfig = NonNullable<UserWorkspaceConfig['test']>;
const test = {
  // TensorFlow's add-on crashes in worker threads.
  pool: 'forks',
  // Only what hangs takes so long, also on a machine that has much else to do.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // what a page that leaves brings along of the styles
  css: { include: [/\.css\?raw$/] },
} satisfies ProjectConfig;

const project = (config: ProjectConfig): UserWorkspaceConfig => ({ ...ours(), test: { ...test, ...config } });

function pageProject(config: ProjectConfig): UserWorkspaceConfig {
  const { plugins = [], ...rest } = ours();
  const page = { environment: 'jsdom', setupFiles: ['test/afterwards.ts', 'test/renderer/setup.ts'] };
  return {
    ...rest,
    plugins: [...plugins, svelte({ configFile: false })],
    resolve: { conditions: ['browser'] },
    test: { ...test, ...page, ...config },
  };
}

/** The same specs, but for what only a browser has. */
const inElectron = () =>
  project({
    ...(hasOwnDisplay() ? e2e : alone),
    name: 'e2e-electron',
    isolate: false,
    include: ['test/e2e/*.test.ts'],
    globalSetup: 'test/e2e/stage-app.ts',
    provide: { host: 'electron' },
  });

export default defineConfig({
  test: {
    // One more than there are cores: much of a test is waiting for a process of its own.
    maxWorkers: availableParallelism() + 1,
    projects: [
      project({
        name: 'node',
        include: ['test/**/*.test.ts'],
        exclude: [
          ...['test/e2e/**', 'test/programs/**', 'test/renderer/**', 'node_modules/**'],
          ...[...together.functions, ...together.engine],
        ],
      }),
      project({ ...shared, name: 'together', include: together.functions }),
      project({ ...shared, name: 'engine', include: together.engine }),
      project({
        ...{ ...e2e, ...inBrowser },
        name: 'e2e',
        isolate: false,
        include: ['test/e2e/**/*.test.ts'],
        exclude: [MARKS],
        globalSetup: 'test/e2e/say-hosts.ts',
      }),
      project({ ...e2e, ...inBrowser, name: 'e2e-marks', include: [MARKS] }),
      project({
        name: 'programs',
        include: ['test/programs/**/*.test.ts'],
        globalSetup: 'test/programs/say-programs.ts',
        ...(reasonAgainstPrograms() ? { runner: 'test/skip-all.ts' } : {}),
      }),
      ...(reasonAgainstElectron() ? [] : [inElectron()]),
      pageProject({ name: 'renderer', isolate: false, include: together.pages }),
      pageProject({ name: 'renderer-alone', include: ['test/renderer/**/*.test.ts'], exclude: together.pages }),
    ],
  },
});
