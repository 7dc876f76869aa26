import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer } from './open-server.ts';

const LIMIT = 1000;
let open: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => {
  open = await openServer({ uploadLimit: LIMIT });
});
afterAll(() => open.close());

const upload = (body: string | Buffer, name: string, headers: Record<string, string> = {}) =>
  open.ask({
    method: 'POST',
    path: `/files?name=${encodeURIComponent(name)}`,
    body,
    headers: { ...open.page, ...headers },
  });
const kept = async () => {
  const folder = (await readdir(open.folder)).find((name) => name.startsWith('uploads-'));
  return folder ? readdir(join(open.folder, folder)) : [];
};
const get = (token: string, method = 'GET') =>
  open.ask({ method, path: `/files/${token}`, headers: { cookie: open.cookie } });
/** A file of the studio, to be fetched. */
async function made(text: string) {
  const path = join(open.folder, `made-${Math.random()}`);
  await writeFile(path, text);
  return { path, token: open.files.grantMade(path, () => rm(path)) };
}

test('an upload becomes a token for its bytes, under its own name', async () => {
  const { body } = await upload('狐假虎威', '寓言.txt');
  const { ok, output } = JSON.parse(body);
  expect({ ok, name: output.name, bytes: output.bytes }).toEqual({ ok: true, name: '寓言.txt', bytes: 12 });
  expect(await readFile(open.files.source(output.file).path, 'utf8')).toBe('狐假虎威');
});

test('a name that is a path keeps its last part only', async () => {
  for (const name of ['../../etc/passwd', 'C:\\windows\\passwd', '/etc/passwd'])
    expect(JSON.parse((await upload('a', name)).body).output.name).toBe('passwd');
});

test('a file over the limit is refused whether or not it says its length, and leaves nothing', async () => {
  const before = await kept();
  const said = await upload('x'.repeat(LIMIT + 1), 'big.txt');
  expect(JSON.parse(said.body).error).toMatchObject({ code: 'upload-too-large' });
  const unsaid = await upload('x'.repeat(LIMIT + 1), 'big.txt', { 'transfer-encoding': 'chunked' });
  expect(JSON.parse(unsaid.body).error).toMatchObject({ code: 'upload-too-large' });
  expect(await kept()).toEqual(before);
});

test('a page takes away what the studio made, and nothing else', async () => {
  const story = await get((await made('once')).token);
  expect(story).toMatchObject({ status: 200, body: 'once' });
  expect(story.headers['content-disposition']).toContain('attachment');
  expect((await get(open.files.grant(join(open.folder, 'secret.txt')))).status).toBe(404);
  expect((await get('secret.txt')).status).toBe(404);
  expect((await get('..%2fsecret.txt')).status).toBe(404);
});

test('what was fetched whole goes; asking for its head alone leaves it', async () => {
  const { path, token } = await made('once');
  expect(await get(token, 'HEAD')).toMatchObject({ status: 200, body: '' });
  expect(existsSync(path)).toBe(true);
  expect((await get(token)).body).toBe('once');
  await expect.poll(() => existsSync(path)).toBe(false);
  expect((await get(token)).status).toBe(404);
});

test('a download that broke may be tried again', async () => {
  const { path, token } = await made('x'.repeat(20_000_000));
  const broken = connect(open.server.port, '127.0.0.1');
  broken.write(`GET /files/${token} HTTP/1.1\r\nhost: ${open.own}\r\ncookie: ${open.cookie}\r\n\r\n`);
  await once(broken, 'data');
  broken.destroy();
  await expect.poll(() => open.files.inUse(token)).toBe(false);
  expect(existsSync(path)).toBe(true);
  expect((await get(token)).body).toHaveLength(20_000_000);
});

test('an upload stays until it is released; of those that nobody releases the oldest go', async () => {
  const before = (await kept()).length;
  const tokens: string[] = [];
  for (let number = 0; number < 110; number++)
    tokens.push(JSON.parse((await upload('x', 'x.txt')).body).output.file as string);
  await expect.poll(async () => (await kept()).length).toBe(100);
  for (const token of tokens) open.files.release(token);
  await expect.poll(async () => (await kept()).length).toBeLessThanOrEqual(before);
});

test('an upload under way to the studio is not among the oldest that go', async () => {
  const first = JSON.parse((await upload('x', 'x.txt')).body).output.file as string;
  await open.files.use(first, 'source', async ({ path }) => {
    for (let number = 0; number < 105; number++) await upload('x', 'x.txt');
    expect(existsSync(path)).toBe(true);
  });
});

test('an upload that pauses is let go, and leaves nothing; one that crawls is taken', async () => {
  const slow = await openServer({ idleLimit: 1000 });
  const head = Object.entries(slow.page).map(([name, value]) => `${name}: ${value}\r\n`);
  const begin = () => {
    const socket = connect(slow.server.port, '127.0.0.1');
    socket.write(`POST /files?name=a HTTP/1.1\r\nhost: ${slow.own}\r\n${head.join('')}content-length: 8\r\n\r\n`);
    return socket;
  };
  const paused = begin();
  paused.write('half');
  await once(paused, 'close');
  const folder = (await readdir(slow.folder)).find((name) => name.startsWith('uploads-'))!;
  await expect.poll(() => readdir(join(slow.folder, folder))).toEqual([]);

  const crawling = begin();
  const answer = once(crawling, 'data');
  for (const byte of 'crawling') {
    crawling.write(byte);
    await wait(200);
  }
  expect(String((await answer)[0])).toMatch(/^HTTP\/1.1 200 /);
  await slow.close();
});

test('uploads go with the server', async () => {
  const other = await openServer();
  const { body } = await other.ask({
    method: 'POST',
    path: '/files?name=a',
    body: 'a',
    headers: other.page,
  });
  const { path } = other.files.source(JSON.parse(body).output.file);
  expect(existsSync(path)).toBe(true);
  await other.close();
  expect(existsSync(path)).toBe(false);
});

test('the document has its reader’s texts fetched along with the script', async () => {
  const assets = join(open.folder, 'pages', 'assets');
  await mkdir(assets);
  for (const name of ['language-en-a1.js', 'language-zh-b2.js', 'index-c3.js']) await writeFile(join(assets, name), '');
  const link = async (path: string, language: string) => {
    const headers = { cookie: open.cookie, 'accept-language': language };
    return (await open.ask({ path, headers })).headers.link;
  };
  expect(await link('/', 'zh-CN,zh;q=0.9')).toBe('<./assets/language-zh-b2.js>; rel=modulepreload; crossorigin');
  expect(await link('/', 'en-GB')).toMatch('language-en-a1.js');
  expect(await link('/assets/index-c3.js', 'en-GB')).toBeUndefined();
});
