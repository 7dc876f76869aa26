import { readFileSync } from 'node:fs';

/** Components look as everything else does, which oxfmt formats. */
const { singleQuote, printWidth } = JSON.parse(readFileSync(new URL('.oxfmtrc.json', import.meta.url), 'utf8'));

export default {
  singleQuote,
  printWidth,
  plugins: ['prettier-plugin-svelte'],
  overrides: [{ files: '*.svelte', options: { parser: 'svelte' } }],
};
