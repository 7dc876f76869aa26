import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { IGNORED, LINEAR_RULES, OWN_RULES, QUIET_RULES, restrictions } from './build/lint/rules.mjs';

export default ts.config(
  { ignores: IGNORED },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  { rules: { ...OWN_RULES, 'no-undef': 'off' } },
  { ...LINEAR_RULES, plugins: { regexp } },
  ...QUIET_RULES,
  ...restrictions,
);
