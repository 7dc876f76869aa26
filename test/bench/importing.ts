import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WireResult } from '../../electron/contract/wire.ts';
import { Random } from '../../electron/engine/random.ts';
import { startServer } from '../../electron/server/index.ts';
import { createStudio, forkWorker } from '../../electron/studio/index.ts';
import { pageKeyIn } from '../server/open-server.ts';
import { blockedBy, type Blocked } from './event-loop.ts';
import { importedAlone, type ImportedAlone } from './imported-alone.ts';

const corpus = (name: string) => fileURLToPath(new URL(`../../resources/corpora/${name}`, import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/electron/', import.meta.url));
/** A word in so many becomes a new one, so that the vocabulary grows as that of a real library does. */
const NEW_WORD_EVERY = 60;
const MEGABYTE = 1e6;
/** Of the English, so much of Chinese is imported too. */
const CHINESE_SHARE = 0.5;
/** What a block may last, milliseconds. */
const MARK = 50;

/** Writes at least so many bytes, a piece at a time. */
async function writePieces(path: string, bytes: number, next: (random: Random) => string): Promise<void> {
  const random = new Random(7);
  const file = createWriteStream(path);
  for (let written = 0; written < bytes;) {
    const piece = Buffer.from(next(random));
    written += piece.length;
    if (!file.write(piece)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

/** English: Shakespeare over and over, some of its words changed. */
async function writeEnglish(path: string, bytes: number): Promise<void> {
  const words = (await readFile(corpus('tiny-shakespeare.txt'), 'utf8')).split(' ');
  const varied = (random: Random) =>
    words.map((word) => (random.integer(NEW_WORD_EVERY) === 0 ? word + random.integer(100_000) : word));
  await writePieces(path, bytes, (random) => `${varied(random).join(' ')}\n`);
}

/** Chinese: the clauses of fables by chance. */
async function writeChinese(path: string, bytes: number): Promise<void> {
  const clauses =
    (await readFile(corpus('chinese-fables.txt'), 'utf8')).match(/[^，。；？！\n]+[，。；？！\n]+/g) ?? [];
  await writePieces(path, bytes, (random) =>
    Array.from(clauses, () => clauses[random.integer(clauses.length)]).join(''),
  );
}

/** Sends a file as a page does, from a process of its own. @returns the token it was granted */
async function upload(address: string, cookie: string, key: string, path: string): Promise<string> {
  const script = `
    const [address, cookie, key, path] = process.argv.slice(1);
    const { request } = require('node:http');
    const { createReadStream, statSync } = require('node:fs');
    const headers = { cookie, origin: address, 'x-aesop-page': key, 'content-length': statSync(path).size };
    const sent = request(address + '/files?name=english.txt', { method: 'POST', headers }, (answer) => answer.pipe(process.stdout));
    createReadStream(path).pipe(sent);`;
  const sender = spawn(process.execPath, ['-e', script, address, cookie, key, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const parts: Buffer[] = [];
  sender.stdout.on('data', (part: Buffer) => parts.push(part));
  await once(sender, 'close');
  const result = JSON.parse(Buffer.concat(parts).toString()) as WireResult;
  if (!result.ok) throw new Error(result.error.message);
  return (result.output as { file: string }).file;
}

function line(what: string, { longest, most, processor, seconds }: Blocked, megabytes?: number): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(8);
  const verdict = processor <= MARK ? 'within the mark' : `beyond the mark of ${MARK} ms`;
  const waits = `longest wait ${ms(longest)} (99 % below ${ms(most)}), processor at most ${ms(processor)}`;
  const speed = megabytes === undefined ? '' : `, ${(megabytes / seconds).toFixed(1)} MB/s`;
  return `  ${what.padEnd(26)}${waits}, ${seconds.toFixed(1)} s${speed}: ${verdict}`;
}

/** @param base bytes that the same process takes for a text of a few lines */
function memoryLine(what: string, base: number, { bytes, corpus: { statistics } }: ImportedAlone): string {
  const wide = statistics.distinct > 2 ** 16;
  const ids = statistics.symbols * (wide ? Uint32Array : Uint16Array).BYTES_PER_ELEMENT;
  const mb = (value: number) => `${Math.round(value / MEGABYTE)} MB`;
  const times = `${(bytes / ids).toFixed(1)} times its ids (${mb(ids)})`;
  return `  ${what.padEnd(26)}at most ${mb(bytes)}, ${times}; ${mb(base)} of it without a text, ${mb(bytes - base)} for it`;
}

/** How long the studio's process is blocked while a text of so many megabytes is uploaded and imported, and what it takes. */
export async function measureImport(megabytes: number): Promise<void> {
  process.env.AESOP_WORKER ??= join(BUILT, 'worker.js');
  const folder = await mkdtemp(join(tmpdir(), 'aesop-bench-'));
  const text = join(folder, 'english.txt');
  await writeEnglish(text, megabytes * MEGABYTE);
  const workspace = join(folder, 'workspace');
  const studio = await createStudio({ workspace, resources: folder, launchWorker: forkWorker, version: 'bench' });
  const server = await startServer({ studio, pages: folder, temporary: folder, version: 'bench' });
  const address = `http://127.0.0.1:${server.port}`;
  const welcome = await fetch(server.url, { redirect: 'manual' });
  const cookie = String(welcome.headers.get('set-cookie')).split(';')[0];
  const key = pageKeyIn(await welcome.text());
  const imported = async (file: string) => studio.wait((await studio.request('corpora.import', { file })).job);
  try {
    console.log(`The event loop of the studio’s process while ${megabytes} MB of English come in:`);
    console.log(line('idle for 5 s', await blockedBy(() => new Promise((resolve) => setTimeout(resolve, 5000)))));
    let token = '';
    console.log(
      line('upload over the server', await blockedBy(async () => (token = await upload(address, cookie, key, text)))),
    );
    console.log(line('preview', await blockedBy(() => studio.request('corpora.preview', { file: token }))));
    console.log(line('import of the upload', await blockedBy(() => imported(token)), megabytes));
    console.log(line('import of the file again', await blockedBy(() => imported(studio.files.grant(text))), megabytes));
    const fables = join(folder, 'chinese.txt');
    await writeChinese(fables, megabytes * CHINESE_SHARE * MEGABYTE);
    const chinese = await blockedBy(() => imported(studio.files.grant(fables)));
    console.log(line(`${megabytes * CHINESE_SHARE} MB of Chinese`, chinese, megabytes * CHINESE_SHARE));
    if (process.platform !== 'linux') return;
    console.log('Resident memory of the process that reads, a new one for each text:');
    const few = join(folder, 'few.txt');
    await writeFile(few, 'The crow sat on a branch, and the fox stood below it.\n');
    const base = (await importedAlone(few)).bytes;
    for (const [what, path] of [
      ['English', text],
      ['Chinese', fables],
    ])
      console.log(memoryLine(what, base, await importedAlone(path)));
  } finally {
    await server.close();
    await studio.close();
    await rm(folder, { recursive: true });
  }
}
