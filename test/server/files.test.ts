import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
    headers: { cookie: open.cookie, origin: `http://${open.own}`, ...headers },
  });
const kept = async () => {
  const folder = (await readdir(open.folder)).find((name) => name.startsWith('uploads-'));
  return folder ? readdir(join(open.folder, folder)) : [];
};

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
  const path = join(open.folder, 'secret.txt');
  const get = (token: string) => open.ask({ path: `/files/${token}`, headers: { cookie: open.cookie } });
  const made = await get(open.files.grantMade(path));
  expect(made).toMatchObject({ status: 200, body: 'secret' });
  expect(made.headers['content-disposition']).toContain('attachment');
  expect((await get(open.files.grant(path))).status).toBe(404);
  expect((await get('secret.txt')).status).toBe(404);
  expect((await get('..%2fsecret.txt')).status).toBe(404);
});

test('uploads go with the server', async () => {
  const other = await openServer();
  const { body } = await other.ask({
    method: 'POST',
    path: '/files?name=a',
    body: 'a',
    headers: { cookie: other.cookie, origin: `http://${other.own}` },
  });
  const { path } = other.files.source(JSON.parse(body).output.file);
  expect(existsSync(path)).toBe(true);
  await other.close();
  expect(existsSync(path)).toBe(false);
});
