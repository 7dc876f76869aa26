import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { IGNORED, OWN_RULES, QUIET_RULES, restrictions } from './build/lint/rules.mjs';

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
  ...QUIET_RULES,
  ...restrictions,
);
