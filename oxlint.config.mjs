import js from '@eslint/js';
import ts from 'typescript-eslint';
import { IGNORED, LINEAR_RULES, OWN_RULES, QUIET_RULES, restrictions } from './build/lint/rules.mjs';

/** Rules that are not known here: octal numbers are errors in modules anyway. */
const UNKNOWN = new Set(['no-octal']);

/** @param {Record<string, unknown>} rules of ESLint @returns {Record<string, unknown>} by the names they have here */
const named = (rules) =>
  Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      name.replace(/^@typescript-eslint\/(?=no-restricted-imports$)/, ''),
      rule,
    ]),
  );

/** @param {(object | undefined)[]} sets the later ones count @returns {Record<string, unknown>} those that are on */
const wanted = (...sets) =>
  Object.fromEntries(
    Object.entries(Object.assign({}, ...sets)).filter(([name, rule]) => rule !== 'off' && !UNKNOWN.has(name)),
  );

/** What ESLint does for components, which this does not read whole, at a twentieth of its time. */
export default {
  plugins: ['eslint', 'typescript'],
  jsPlugins: ['eslint-plugin-regexp'],
  categories: { correctness: 'off' },
  ignorePatterns: [...IGNORED, '**/*.svelte'],
  rules: wanted(js.configs.recommended.rules, ...ts.configs.recommended.map(({ rules }) => rules), OWN_RULES),
  overrides: [LINEAR_RULES, ...QUIET_RULES, ...restrictions].map(({ files, rules }) => ({
    files,
    rules: named(rules),
  })),
};
