import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../../setup/files.mjs';
import { must } from './command.mjs';

/** A text in which rpm expands nothing. @param {string} text */
const plain = (text) => text.replaceAll('%', '%%');

/** What the package owns: our files, and the folder that is ours alone. @param {string} tree */
function owned(tree) {
  const files = filesUnder(tree).map((file) => `/${file}`);
  const ours = new Set(
    files.filter((file) => file.startsWith('/opt/')).map((file) => file.split('/').slice(0, 3).join('/')),
  );
  return [...ours, ...files.filter((file) => !file.startsWith('/opt/'))].map((path) => `"${plain(path)}"`);
}

/** @param {import('./fpm.mjs').Wanted} wanted @param {string} work folder to work in */
export function makeRpm({ tree, options, depends }, work) {
  const [summary, ...rest] = options.description.trim().split('\n');
  const fields = {
    Name: options.name,
    Version: options.version.replaceAll('-', '_'),
    Release: options.iteration ?? '1',
    Summary: plain(options['rpm-summary'] ?? summary),
    License: options.license ?? 'unknown',
    Vendor: plain(options.vendor ?? ''),
    Packager: plain(options.maintainer ?? ''),
    URL: options.url,
    AutoReqProv: 'no',
  };
  const spec = [
    '%global debug_package %{nil}',
    '%global __os_install_post %{nil}',
    '%global _build_id_links none',
    '%global _binary_payload w1.gzdio',
    ...Object.entries(fields).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    ...depends.map((name) => `Requires: ${name}`),
    '%description',
    plain([summary, ...rest].join('\n')),
    '%install',
    `cp -al '${tree}/.' %{buildroot}`,
    '%files',
    '%defattr(-,root,root,-)',
    ...owned(tree),
    '%post',
    plain(readFileSync(options['after-install'], 'utf8')),
    '%postun',
    plain(readFileSync(options['after-remove'], 'utf8')),
    '',
  ];
  const file = join(work, 'aesop.spec');
  writeFileSync(file, spec.join('\n'));
  const made = join(work, 'rpms');
  mkdirSync(made);
  must('rpmbuild', [
    ...['-bb', '--target', `${options.architecture}-linux`, '--define', `_topdir ${join(work, 'rpmbuild')}`],
    ...['--define', `_rpmdir ${made}`, '--define', '_build_name_fmt %%{NAME}.rpm', file],
  ]);
  copyFileSync(join(made, readdirSync(made)[0]), options.package);
}
