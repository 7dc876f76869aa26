import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../electron/server/index.ts';
import { english } from '../messages/said.ts';
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
    expect(cookie).not.toContain(new URL(open.address).searchParams.get('token') ?? 'none');
  });

  test('the page comes with its cookie, under the strict policy', async () => {
    const { status, headers, body } = await open.ask({ headers: { cookie: open.cookie } });
    expect(status).toBe(200);
    expect(body).toContain('<title>page</title>');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*usb=\(\)/);
    expect(await open.ask({ headers: { cookie: open.cookie, 'if-none-match': String(headers.etag) } })).toMatchObject({
      status: 304,
      body: '',
    });
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
    const keyed = { cookie: open.cookie, 'x-aesop-page': open.key };
    const post = (origin: Record<string, string>) =>
      open.ask({ method: 'POST', path: '/files?name=a.txt', body: 'a', headers: { ...keyed, ...origin } });
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
    expect((await open.ask({ method: 'DELETE', headers: open.page })).status).toBe(405);
  });
});

describe('a token', () => {
  const pathOf = (address: string) => `/${new URL(address).search}`;

  test('is good once, and then another takes its place', async () => {
    const told: string[] = [];
    const other = await openServer({ onVisit: (next) => told.push(next) });
    expect(told).toEqual([other.server.url]);
    expect(other.server.url).not.toBe(other.address);
    const again = await other.ask({ path: pathOf(other.address) });
    expect(again).toMatchObject({ status: 401, body: expect.stringContaining('newest address') });
    const second = await other.ask({ path: pathOf(other.server.url) });
    expect(second.status).toBe(200);
    expect(told).toEqual([told[0], other.server.url]);
    await other.close();
  });

  test('clicked again in the browser that used it leads on to the page', async () => {
    const again = await open.ask({ path: pathOf(open.address), headers: { cookie: open.cookie } });
    expect([again.status, again.headers.location]).toEqual([302, './']);
    expect(again.body).not.toContain(open.key);
  });

  test('is not used up by a look ahead, a frame or another method', async () => {
    const path = pathOf(open.server.url);
    const looks: { method?: string; headers?: Record<string, string> }[] = [
      { method: 'HEAD' },
      { headers: { 'sec-purpose': 'prefetch;prerender', 'sec-fetch-dest': 'document' } },
      { headers: { purpose: 'prefetch' } },
      { headers: { 'sec-fetch-dest': 'iframe' } },
      { headers: { 'sec-fetch-dest': 'image' } },
    ];
    for (const look of looks) expect((await open.ask({ path, ...look })).status).toBe(401);
    expect((await open.ask({ path, headers: { 'sec-fetch-dest': 'document' } })).status).toBe(200);
  });
});

describe('the key of the page', () => {
  test('comes with the welcome alone, whose script holds none', async () => {
    expect(open.key.length).toBeGreaterThan(20);
    expect(open.welcome.headers['cache-control']).toBe('no-store');
    const script = await open.ask({ path: '/welcome.js' });
    expect(script.status).toBe(200);
    expect(script.headers['content-type']).toMatch(/javascript/);
    for (const { body, headers } of [script, await open.ask({ headers: { cookie: open.cookie } })])
      expect(`${body}${JSON.stringify(headers)}`).not.toContain(open.key);
  });

  test('a server on another port, which browsers give the cookie, gets the files of the page and nothing else', async () => {
    const other = await openServer();
    const path = join(open.folder, 'story.txt');
    await writeFile(path, 'story');
    open.files.grantMade(path, () => rm(path));
    let stolen = '';
    const thief = createServer((request, response) => {
      stolen = request.headers.cookie ?? '';
      response.end();
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
    // What a browser with the studio open sends to any port of the host.
    const { port } = thief.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie: `${open.cookie}; ${other.cookie}` } });

    const origin = `http://${open.own}`;
    const steal = (sent: Parameters<typeof open.ask>[0]) =>
      open.ask({ ...sent, headers: { cookie: stolen, origin, ...sent.headers } });
    expect((await steal({})).body).toContain('<title>page</title>');
    const upgrade = { connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const asked = { ...upgrade, 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };
    const statuses = [
      await steal({ path: '/socket' }),
      await steal({ path: '/socket', headers: asked }),
      await steal({ path: '/socket', headers: { ...asked, 'sec-websocket-protocol': `aesop, aesop.${other.key}` } }),
      await steal({ method: 'POST', path: '/files?name=a', body: 'a' }),
      await steal({ method: 'POST', path: '/files?name=a', body: 'a', headers: { 'x-aesop-page': other.key } }),
      await steal({ path: '/files/file_0000000000000000' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 404]);
    expect((await steal({ path: `/${new URL(open.address).search}` })).body).not.toContain(open.key);
    thief.close();
    await other.close();
  });

  test('tells a page whose key is right that it may ask for a socket', async () => {
    expect((await open.ask({ path: '/socket', headers: open.page })).status).toBe(426);
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
  const refused: unknown = await startServer(options).catch((thrown: unknown) => thrown);
  expect(refused).toMatchObject({ code: 'port-taken' });
  expect(english(refused).message).toBe(`Port ${open.server.port} is in use by another program.`);
});

test('a page whose file has gone is not found, and the server goes on', async () => {
  const gone = await openServer();
  await rm(join(gone.folder, 'pages', 'index.html'));
  expect((await gone.ask({ path: '/index.html', headers: { cookie: gone.cookie } })).status).toBe(404);
  expect((await gone.ask({ path: '/%', headers: { cookie: gone.cookie } })).status).toBe(404);
  await gone.close();
});
