// node test/tools/screens.mjs <room[/id]> [--state full] [--theme light] [--lang en] [--size 1280x800] [--all]
//   [--run <javascript in the page; `bridge.say(…)` lets something happen>] [--click <css selector>]… [--focus <css selector>] [--keys <playwright key>]… [--wait <css selector>] [--out folder]
// Draws the page over fixtures under its strict policy, saves PNGs and tells what is wrong: errors, clipped text,
// axe-core violations. --all: both themes and languages at 900x600, 1280x800 and 2560x1440.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { build } from 'vite';
import { pageConfiguration } from '../../build/vite.renderer.config.mjs';
import { launchChromium } from './chromium.mjs';
import { troubleOf } from './page-trouble.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    state: { type: 'string', default: 'full' },
    theme: { type: 'string', default: 'light' },
    lang: { type: 'string', default: 'en' },
    size: { type: 'string', default: '1280x800' },
    all: { type: 'boolean', default: false },
    click: { type: 'string', multiple: true, default: [] },
    keys: { type: 'string', multiple: true, default: [] },
    focus: { type: 'string' },
    wait: { type: 'string' },
    run: { type: 'string' },
    name: { type: 'string', default: '' },
    out: { type: 'string', default: join(tmpdir(), 'screens') },
  },
});
const place = positionals[0] ?? 'library';
const room = place.split(/[/?]/)[0];
const here = dirname(fileURLToPath(import.meta.url));
const [, POLICY = ''] =
  /CONTENT_SECURITY_POLICY =\s*"([^"]+)"/.exec(readFileSync(join(here, '../../electron/contract/wire.ts'), 'utf8')) ??
  [];

/** Leaves out every other room, so that one being written elsewhere cannot break the build. @type {import('vite').Plugin} */
const onlyOneRoom = {
  name: 'only-one-room',
  enforce: 'pre',
  resolveId: (id) => {
    const other = /rooms\/(\w+)\/\w+\.svelte$/.exec(id)?.[1];
    return other && other !== room && id.startsWith('../rooms/') ? '\0no-room' : undefined;
  },
  load: (id) => (id === '\0no-room' ? 'export default () => {}' : undefined),
};

const folder = mkdtempSync(join(tmpdir(), 'aesop-screens-'));
const base = pageConfiguration(folder);
await build({
  ...base,
  root: join(here, 'preview'),
  plugins: [onlyOneRoom, ...(base.plugins ?? [])],
  build: { ...base.build, minify: false },
});
const files = sirv(folder, {
  dev: true,
  setHeaders: (response) => response.setHeader('content-security-policy', POLICY),
});
const server = createServer((request, response) => files(request, response)).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await launchChromium();

/** @param {string} theme @param {string} lang @param {string} size */
async function shoot(theme, lang, size) {
  const [width, height] = size.split('x').map(Number);
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const name = [
    place.replace(/[/?=&]/g, '-'),
    options.state !== 'full' && options.state,
    options.name,
    theme,
    lang,
    size,
  ];
  const file = join(options.out, `${name.filter(Boolean).join('_')}.png`);
  /** @type {string[]} */
  const trouble = [];
  page.on('pageerror', (error) => trouble.push(error.stack ?? error.message));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  const query = new URLSearchParams({ state: options.state, theme, lang });
  await page.goto(`http://127.0.0.1:${port}/?${query}#/${place}`);
  await page
    .waitForSelector(options.wait ?? 'main h1, main h2', { timeout: 8000, state: 'attached' })
    .catch((error) => trouble.push(error.message));
  await page.evaluate(() => document.fonts.ready);
  if (options.run) await page.evaluate(options.run);
  for (const selector of options.click)
    await page.click(selector, { timeout: 3000 }).catch((error) => trouble.push(error.message));
  if (options.focus) await page.focus(options.focus);
  for (const key of options.keys) await page.keyboard.press(key);
  await page.waitForTimeout(350);
  await page.screenshot({ path: file });
  trouble.push(...(await troubleOf(page)));
  console.log(file);
  for (const line of trouble) console.log(`    ${line}`);
  await context.close();
}

mkdirSync(options.out, { recursive: true });
const sizes = options.all ? ['900x600', '1280x800', '2560x1440'] : options.size.split(',');
for (const size of sizes)
  for (const theme of options.all ? ['light', 'dark'] : options.theme.split(','))
    for (const lang of options.all ? ['en', 'zh'] : options.lang.split(',')) await shoot(theme, lang, size);
await browser.close();
server.close();
rmSync(folder, { recursive: true, force: true });
