/**
 * Components are read by the tools that know Svelte, every other file by their native siblings, which need a thirtieth of
 * the time for the same rules: oxlint beside ESLint, oxfmt beside Prettier.
 * @typedef {string[]} Command tool under node_modules, and its arguments
 */

const COMPONENT = /\.svelte$/;
/** With runes outside of components, of which ESLint's plugin knows, too. */
const WITH_RUNES = /\.svelte(\.ts)?$/;
/** More files than this do not fit into a command line everywhere. */
const FEW = 200;

/**
 * @param {string[] | undefined} files @param {(paths: string[]) => Command} command
 * @param {string} everything what stands for all files of the kind
 * @returns {Command[]} none where there is nothing to ask
 */
function about(files, command, everything) {
  if (files?.length === 0) return [];
  return [command(files === undefined || files.length > FEW ? [everything] : files)];
}

/** @param {RegExp} kind @param {string[]} [files] */
const those = (kind, files) => files?.filter((path) => kind.test(path));
/** @param {string[]} [files] */
const others = (files) => files?.filter((path) => !COMPONENT.test(path));

/**
 * That only the changed files are asked about holds because no rule of ours looks into another file;
 * test/build/lint-alone.test.ts fails on the day when one does.
 * @param {string[]} [files] relative to the checkout; all where it is left out
 * @returns {Command[]}
 */
export function linting(files) {
  // What passes is silent, so a warning would never be seen.
  const eslint = [
    'eslint/bin/eslint.js',
    '--max-warnings',
    '0',
    '--no-warn-ignored',
    '--no-error-on-unmatched-pattern',
  ];
  const oxlint = [
    'oxlint/bin/oxlint',
    '-c',
    'oxlint.config.mjs',
    '--deny-warnings',
    '--quiet',
    '--no-error-on-unmatched-pattern',
  ];
  return [
    ...about(others(files), (paths) => [...oxlint, ...paths], '.'),
    ...about(those(WITH_RUNES, files), (paths) => [...eslint, ...paths], '**/*.svelte{,.ts}'),
  ];
}

/**
 * @param {'--check' | '--write'} mode
 * @param {string[]} [files] relative to the checkout; all where it is left out
 * @returns {Command[]}
 */
export function formatting(mode, files) {
  const oxfmt = ['oxfmt/bin/oxfmt', mode, '--no-error-on-unmatched-pattern'];
  const prettier = ['prettier/bin/prettier.cjs', '--log-level', 'warn', '--no-error-on-unmatched-pattern', mode];
  return [
    ...about(others(files), (paths) => [...oxfmt, ...paths], '.'),
    ...about(those(COMPONENT, files), (paths) => [...prettier, ...paths], '**/*.svelte'),
  ];
}
