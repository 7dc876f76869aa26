import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../setup/files.mjs';
import { licenseOf, standardText } from './license-of.mjs';
import { shippedPackages } from './shipped.mjs';

/** Where electron-builder takes the licences from (electron-builder.yml). */
const FOLDER = join(CACHE, 'licenses');
const HEAD = `Aesop holds the work of others. Each part is named here with its licence.

TensorFlow and CUDA, where they are included: resources/native/deps/licenses.
Electron and Chromium: LICENSE.electron.txt and LICENSES.chromium.html, beside the program or its resources.`;
/** Lists of others inside our own files (SOURCES.md of electron/engine/text/tokenizers/chinese). */
const LISTS = [
  { title: 'jieba 0.42.1, its words', licence: 'MIT', author: '2013 Sun Junyi' },
  { title: 'OpenCC, its simplified characters', licence: 'Apache-2.0', author: 'BYVoid and the authors of OpenCC' },
];
const RULE = '-'.repeat(80);

/** @returns {string} the licence of every package that is shipped, the same text once */
export function thirdPartyLicenses() {
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const shipped of shippedPackages()) {
    const { identifier, text } = licenseOf(shipped);
    const title = [`${shipped.name} ${shipped.version}`, identifier && `(${identifier})`].filter(Boolean).join(' ');
    byText.set(text, [...new Set([...(byText.get(text) ?? []), title])]);
  }
  for (const { title, licence, author } of LISTS) byText.set(standardText(licence, author), [`${title} (${licence})`]);
  const parts = [...byText].map(([text, titles]) => `${titles.join('\n')}\n\n${text}`);
  return `${[HEAD, ...parts].join(`\n\n${RULE}\n\n`)}\n`;
}

/** Writes them to where the packer takes them from. */
export function writeLicenses() {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'third-party.txt'), thirdPartyLicenses());
}
