// node test/tools/marks.mjs: measures the page over the real server against its marks, as test/e2e/browser/marks.test.ts
// does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.mjs';
import { allScripts, firstReport, loadedScripts, MARKS, scriptBytes } from './page-marks.mjs';
import { tasksDuring } from './page-tasks.mjs';
import { shareDuring, studioProcesses, timed } from './process-time.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workspace = mkdtempSync(join(tmpdir(), 'aesop-marks-'));
const server = spawn(
  process.execPath,
  [join(root, 'dist/electron/cli.js'), 'serve', '--json', '--workspace', workspace],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const pid = server.pid ?? 0;
const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
/** One that no browser has used: each opens the studio in one, and the next is told once it is used. */
const address = async () => String(JSON.parse((await lines.next()).value).url);

/** @param {string} name @param {string} value @param {string} mark */
const tell = (name, value, mark) => console.log(`${name.padEnd(36)} ${value.padStart(26)}   mark ${mark}`);
/** @param {{ wall: number, own: number }} time */
const both = ({ wall, own }) => `${Math.round(own)} ms (clock ${Math.round(wall)})`;
/** @param {string} name @param {{ tasks: import('./page-tasks.mjs').Task[], slowness: number }} seen */
function tellTasks(name, { tasks: [{ thread, wall, what }], slowness }) {
  const clock = `clock ${Math.round(wall)}, machine ${slowness.toFixed(1)} times slower`;
  tell(name, `${(thread / slowness).toFixed(1)} ms`, `${MARKS.longestTask} ms`);
  console.log(`    processor ${thread.toFixed(1)} ms, ${clock}: ${what}`);
}

const kilobytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1000)} kB`;
const assets = join(root, 'dist/renderer/assets');
tell('page script, all rooms and languages', kilobytes(scriptBytes(assets, allScripts(assets))), 'none');

for (const visit of ['first view, cold', 'again']) {
  const browser = await launchChromium();
  const page = await browser.newPage();
  const url = await address();
  const view = await timed(
    () => studioProcesses(pid, browser),
    async () => {
      await page.goto(url, { waitUntil: 'commit' });
      await page.waitForSelector('main h1');
    },
  );
  tell(visit, both(view), `${MARKS.firstView} ms`);
  const script = scriptBytes(assets, await loadedScripts(page));
  tell('    its script, gzipped', kilobytes(script), kilobytes(MARKS.scriptBytes));
  await browser.close();
}

const browser = await launchChromium();
const page = await browser.newPage();
await page.goto(await address());
await page.waitForSelector('main h1', { state: 'attached' });
const opened = await tasksDuring(page, async () => {
  await page.evaluate(() => void (location.hash = '#/workshop'));
  await page.getByRole('button', { name: /^Train/, disabled: false }).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2000);
});
tellTasks('longest task, Workshop opens', opened);

const processes = () => studioProcesses(pid, browser);
const trained = await tasksDuring(page, async () => {
  const report = await timed(processes, async () => {
    await page.getByRole('button', { name: /^Train/ }).click();
    await firstReport(page);
  });
  tell('from click to first report', both(report), `${MARKS.firstReport} ms`);
  await page.getByRole('link', { name: 'Tell a story' }).waitFor({ timeout: 120_000 });
  await page.waitForTimeout(500);
});
tellTasks('longest task while a run reports', trained);

// V8 cleans up once some seconds after the work.
await page.waitForTimeout(12_000);
const idle = await shareDuring(await processes(), () => page.waitForTimeout(10_000));
tell('idle studio and page, of one processor', `${(100 * idle).toFixed(2)} %`, '1 %');

await browser.close();
server.kill('SIGINT');
await once(server, 'exit');
rmSync(workspace, { recursive: true, force: true });
