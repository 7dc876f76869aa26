// node test/tools/marks.mjs: measures the page over the real server against its marks (first view, long tasks, idle
// processor time, script size). Machines differ: figures to compare, not a test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { CHROMIUM } from './page-trouble.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workspace = mkdtempSync(join(tmpdir(), 'aesop-marks-'));
const server = spawn(
  process.execPath,
  [join(root, 'dist/electron/cli.js'), 'serve', '--json', '--workspace', workspace],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const [line] = await once(createInterface(server.stdout), 'line');
const { url } = JSON.parse(String(line));
/** @param {string} name @param {string} value @param {string} mark */
const tell = (name, value, mark) => console.log(`${name.padEnd(44)} ${value.padStart(12)}   mark ${mark}`);

const assets = join(root, 'dist/renderer/assets');
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
tell('page script, all rooms, gzipped', `${Math.round(bytes / 1000)} kB`, '300 kB');

/** Processor seconds of the server so far. */
const serverSeconds = () => {
  const [, rest] = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
const browser = await chromium.launch(CHROMIUM);
const page = await browser.newPage();
await page.goto(url);
await page.waitForSelector('main h1', { state: 'attached' });
for (const visit of ['first view, script cached', 'again']) {
  const started = Date.now();
  await page.reload();
  await page.waitForSelector('main h1', { state: 'attached' });
  tell(visit, `${Date.now() - started} ms`, '1000 ms');
}

await page.evaluate(() => {
  const seen = /** @type {number[]} */ ([]);
  Object.assign(globalThis, { longTasks: seen });
  new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
    entryTypes: ['longtask'],
  });
});
await page.waitForFunction(() => document.querySelectorAll('nav a').length > 0);
await page.evaluate(() => void (location.hash = '#/workshop'));
const train = page.getByRole('button', { name: /^Train/ });
await train.waitFor({ timeout: 60_000 });
await page.waitForTimeout(3000);
await page.evaluate('void (longTasks.length = 0)');
const clicked = Date.now();
await train.click();
await page
  .getByText(/Step \d/)
  .first()
  .waitFor({ timeout: 60_000 });
tell('from click to first report', `${Date.now() - clicked} ms`, '3000 ms');
await page.getByRole('link', { name: 'Tell a story' }).waitFor({ timeout: 120_000 });
const tasks = /** @type {number[]} */ (await page.evaluate('longTasks'));
tell('longest task while a run reports', `${Math.round(Math.max(0, ...tasks))} ms (${tasks.length})`, '50 ms');

await page.waitForTimeout(5000);
const before = serverSeconds();
await page.waitForTimeout(10_000);
tell('idle studio, of one processor', `${((serverSeconds() - before) * 10).toFixed(1)} %`, '1 %');

await browser.close();
server.kill('SIGINT');
await once(server, 'exit');
rmSync(workspace, { recursive: true, force: true });
