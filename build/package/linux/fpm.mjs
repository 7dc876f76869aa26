#!/usr/bin/env node
/**
 * Stands in for fpm, which electron-builder would download, where it cannot be: makes a .deb by dpkg-deb or an .rpm by rpmbuild
 * out of the arguments that electron-builder gives to fpm.
 */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeDeb } from './deb.mjs';
import { makeRpm } from './rpm.mjs';

/**
 * @typedef {object} Wanted
 * @property {string} tree folder with everything as it lies once installed
 * @property {Record<string, string>} options of fpm by name, the last of several
 * @property {string[]} depends
 * @property {string[]} recommends
 */

const MANY = { '-d': 'depends', '--deb-recommends': 'recommends' };
/** Of all others a value follows. */
const ALONE = new Set(['--force', '--debug']);

/** @param {string[]} args */
function parse(args) {
  /** @type {Record<string, string>} */
  const options = {};
  /** @type {Record<string, string[]>} */
  const lists = { depends: [], recommends: [], files: [] };
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    if (!word.startsWith('-')) lists.files.push(word);
    else if (!ALONE.has(word)) {
      const value = args[++at];
      const list = MANY[/** @type {keyof typeof MANY} */ (word)];
      if (list) lists[list].push(value);
      else options[word.replace(/^-+/, '')] = value;
    }
  }
  return { options, depends: lists.depends, recommends: lists.recommends, files: lists.files };
}

/** @param {string[]} files each `from=to`; a folder's contents where `from` ends with a slash @param {string} tree */
function place(files, tree) {
  for (const file of files) {
    const [from, to] = file.split('=');
    const target = join(tree, to);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(from, target, { recursive: true, verbatimSymlinks: true });
    chmodSync(target, statSync(from).mode & 0o755);
  }
}

const { options, depends, recommends, files } = parse(process.argv.slice(2));
const work = mkdtempSync(join(tmpdir(), 'aesop-package-'));
try {
  const tree = join(work, 'tree');
  place(files, tree);
  const make = { deb: makeDeb, rpm: makeRpm }[options.t];
  if (!make) throw new Error(`Only deb and rpm are made without fpm, not ${options.t}.`);
  make({ tree, options, depends, recommends }, work);
} finally {
  rmSync(work, { recursive: true, force: true });
}
