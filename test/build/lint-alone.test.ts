import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import oxlint from '../../oxlint.config.mjs';

/** Plugins whose rules, as far as they need no types, read the file at hand and no other. */
const ONE_FILE = ['@', '@typescript-eslint', 'svelte'];

test('oxlint has none of the plugins whose rules follow imports or types', () => {
  expect(oxlint).toMatchObject({ plugins: ['eslint', 'typescript'], categories: { correctness: 'off' } });
  expect(oxlint).not.toHaveProperty('options.typeAware');
});

test('no rule of lint looks into another file, or lint of the changed files alone would be wrong', async () => {
  const eslint = new ESLint();
  for (const file of ['renderer/Some.svelte', 'renderer/some.svelte.ts']) {
    const { languageOptions, plugins } = await eslint.calculateConfigForFile(file);
    const { project, projectService, programs } = languageOptions.parserOptions ?? {};
    expect({ project, projectService, programs }, `${file}: without types`).toEqual({});
    expect(Object.keys(plugins).sort(), `${file}: plugins that keep to one file`).toEqual(ONE_FILE);
  }
});
