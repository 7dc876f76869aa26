import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, ROOT } from '../setup/files.mjs';

const TEXTS = join(import.meta.dirname, 'license-texts');
const FILES = /^(licen[cs]e|copying|notice)/i;
/** The MIT licence as some write it at the end of their README. */
const IN_README =
  /^Copyright (?:(?!^Copyright )[^])*?Permission is hereby granted[^]*?DEALINGS\s+IN\s+THE\s+SOFTWARE\./m;

/** @param {string} folder @param {RegExp} names @returns {string[]} contents, in the order of the names */
function read(folder, names) {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && names.test(entry.name),
  );
  return files.map(({ name }) => readFileSync(join(folder, name), 'utf8').trim()).sort();
}

/**
 * The text of a licence that a package only names, under the name of its author.
 * @param {string} identifier an SPDX expression @param {string} author
 */
export function standardText(identifier, author) {
  const names = identifier.replace(/[()]/g, '').split(/ (?:AND|OR) /);
  const texts = names.map((name) => {
    const [text] = read(TEXTS, new RegExp(`^${name.replaceAll('.', '\\.')}\\.txt$`));
    if (!text) throw new Error(`The text of the licence ${name} is missing in ${TEXTS}.`);
    return text;
  });
  return [`Copyright (c) ${author}`, ...texts].join('\n\n');
}

/**
 * The licence of a package: its own files, what its README says, or the text that it names.
 * @param {import('./shipped.mjs').Shipped} shipped
 * @returns {{ identifier: string, text: string }} the identifier as the package states it, '' where it does not
 * @throws where nothing says under what licence it stands
 */
export function licenseOf({ name, folder }) {
  const path = join(ROOT, folder);
  const { license, author } = readJson(join(path, 'package.json'));
  const identifier = typeof license === 'string' ? license : (license?.type ?? '');
  const own = read(path, FILES);
  const [inReadme] = read(path, /^readme/i).map((text) => IN_README.exec(text)?.[0]);
  if (own.length > 0 || inReadme) return { identifier, text: own.join('\n\n') || inReadme || '' };
  if (!identifier) throw new Error(`${name} says nothing of its licence.`);
  return {
    identifier,
    text: standardText(identifier, author?.name ?? author ?? `the authors of ${name.split('/')[0]}`),
  };
}
