import { Resvg } from '@resvg/resvg-js';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/files.mjs';

/** Sizes that Linux desktops look for; electron-builder makes the Windows and macOS icons from the largest. */
const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];

/** Renders build/icon.svg to PNGs in .cache/icons. */
export function renderIcons() {
  const folder = join(ROOT, '.cache', 'icons');
  mkdirSync(folder, { recursive: true });
  const svg = readFileSync(join(ROOT, 'build', 'icon.svg'), 'utf8');
  for (const size of SIZES) {
    const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
    writeFileSync(join(folder, `${size}x${size}.png`), png);
    if (size === 1024) writeFileSync(join(folder, 'icon.png'), png);
  }
}
