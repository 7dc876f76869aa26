// Whether the map of docs/house.md is true and no imports run in circles; with --write, the map is made true first.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/files.mjs';
import { circles } from './circles.mjs';
import { readImports } from './imports.mjs';
import { folders, withMap } from './map.mjs';

const PAGE = 'docs/house.md';

const imports = readImports(ROOT);
const page = readFileSync(join(ROOT, PAGE), 'utf8');
const { page: made, unsaid } = withMap(page, folders(imports));
const write = process.argv.includes('--write');
if (write) writeFileSync(join(ROOT, PAGE), made);

const complaints = [
  ...(write || made === page ? [] : [`${PAGE}: the map is not what the imports are. Make it anew: npm run format`]),
  ...(unsaid.length > 0 ? [`${PAGE}: say in one sentence each what these are: ${unsaid.join(', ')}`] : []),
  ...circles(imports).map((files) => `A circle of imports: ${[...files, files[0]].join('\n  imports ')}`),
];
complaints.forEach((line) => console.error(line));
process.exitCode = complaints.length > 0 ? 1 : 0;
