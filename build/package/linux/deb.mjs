import { copyFileSync, chmodSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../../setup/files.mjs';
import { must } from './command.mjs';

/** @param {string} text lines of a description, of which none may be empty */
const folded = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n ');

/** @param {import('./fpm.mjs').Wanted} wanted @param {string} _work folder to work in */
export function makeDeb({ tree, options, depends, recommends }, _work) {
  const bytes = filesUnder(tree).reduce((sum, file) => sum + lstatSync(join(tree, file)).size, 0);
  const fields = {
    Package: options.name,
    Version: options.version,
    License: options.license,
    Vendor: options.vendor,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': String(Math.ceil(bytes / 1024)),
    Depends: depends.join(', '),
    Recommends: recommends.join(', '),
    Section: options.category ?? 'default',
    Priority: options['deb-priority'],
    Homepage: options.url,
    Description: folded(options.description),
  };
  const control = Object.entries(fields).flatMap(([name, value]) => (value ? [`${name}: ${value}\n`] : []));
  const folder = join(tree, 'DEBIAN');
  mkdirSync(folder);
  writeFileSync(join(folder, 'control'), control.join(''));
  for (const [name, script] of [
    ['postinst', options['after-install']],
    ['postrm', options['after-remove']],
  ]) {
    copyFileSync(script, join(folder, name));
    chmodSync(join(folder, name), 0o755);
  }
  // xz would take many minutes for a fifth of the size, and not every dpkg reads zstd.
  must('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', tree, options.package]);
}
