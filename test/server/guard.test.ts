import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../electron/server/index.ts';
import { openServer } from './open-server.ts';
import { studioDouble } from './studio-double.ts';

let open: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => {
  open = await openServer();
});
afterAll(() => open.close());

describe('the way in', () => {
  test('the token of the address becomes a cookie that no script and no other site can use', () => {
    expect(open.welcome.status).toBe(200);
    const [cookie] = open.welcome.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain(new URL(open.server.url).searchParams.get('token') ?? 'none');
  });

  test('the page comes with its cookie, under the strict policy', async () => {
    const { status, headers, body } = await open.ask({ headers: { cookie: open.cookie } });
    expect(status).toBe(200);
    expect(body).toContain('<title>page</title>');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('nothing comes without the cookie, with a wrong one or a wrong token', async () => {
    expect((await open.ask({})).status).toBe(401);
    expect((await open.ask({ headers: { cookie: `${open.cookie}x` } })).status).toBe(401);
    expect((await open.ask({ path: '/?token=guess' })).status).toBe(401);
  });

  test('a rebound name is refused although it leads here, also with the token', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${open.server.port}`,
      '127.0.0.1:1',
      `127.0.0.1.evil.example:${open.server.port}`,
    ]) {
      expect((await open.ask({ headers: { host, cookie: open.cookie } })).status).toBe(403);
      expect((await open.ask({ path: `/${new URL(open.server.url).search}`, headers: { host } })).status).toBe(403);
    }
  });

  test('a page of another site cannot post, even where the browser sends the cookie', async () => {
    const post = (origin: Record<string, string>) =>
      open.ask({ method: 'POST', path: '/files?name=a.txt', body: 'a', headers: { cookie: open.cookie, ...origin } });
    expect((await post({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await post({ origin: 'null' })).status).toBe(403);
    expect((await post({})).status).toBe(403);
    expect((await post({ origin: `http://${open.own}` })).status).toBe(200);
  });

  test('no path leads out of the pages', async () => {
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '//secret.txt',
      '/..\\secret.txt',
    ]) {
      const { status, body } = await open.ask({ path, headers: { cookie: open.cookie } });
      expect(body).not.toContain('secret');
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  test('another method than GET and POST is not known', async () => {
    const headers = { cookie: open.cookie, origin: `http://${open.own}` };
    expect((await open.ask({ method: 'DELETE', headers })).status).toBe(405);
  });
});

test('listening beyond this machine must be allowed on purpose', async () => {
  const options = {
    studio: studioDouble().studio,
    pages: open.folder,
    temporary: open.folder,
    version: '0',
    host: '0.0.0.0',
  };
  await expect(startServer(options)).rejects.toMatchObject({ code: 'remote-not-allowed' });
});

test('a port in use is said plainly', async () => {
  const options = {
    studio: studioDouble().studio,
    pages: open.folder,
    temporary: open.folder,
    version: '0',
    port: open.server.port,
  };
  await expect(startServer(options)).rejects.toMatchObject({ code: 'port-taken' });
});

test('a page whose file has gone is not found, and the server goes on', async () => {
  const gone = await openServer();
  await rm(join(gone.folder, 'pages', 'index.html'));
  expect((await gone.ask({ path: '/index.html', headers: { cookie: gone.cookie } })).status).toBe(404);
  expect((await gone.ask({ path: '/%', headers: { cookie: gone.cookie } })).status).toBe(404);
  await gone.close();
});
