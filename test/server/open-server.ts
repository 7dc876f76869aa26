import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as send, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostEventPayload } from '../../electron/contract/host.ts';
import type { Language } from '../../electron/contract/languages.ts';
import { startServer } from '../../electron/server/index.ts';
import { studioDouble } from './studio-double.ts';

/** The key that a welcome gives to its page. */
export const pageKeyIn = (welcome: string) => /<meta name="aesop.page" content="([\w-]+)">/.exec(welcome)?.[1] ?? '';

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** A real server on a free port with one page, over the double. */
export async function openServer(
  options: {
    uploadLimit?: number;
    idleLimit?: number;
    language?: Language;
    answer?: (name: string, input: unknown) => unknown;
    opened?: HostEventPayload<'host.opened'>;
    onVisit?(next: string): void;
  } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'aesop-server-'));
  const pages = join(folder, 'pages');
  await mkdir(pages);
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  const double = studioDouble(options.answer);
  const { uploadLimit, idleLimit, language, opened, onVisit } = options;
  const given = { uploadLimit, idleLimit, language, opened, onVisit };
  const server = await startServer({ studio: double.studio, pages, temporary: folder, version: '0', ...given });
  const own = `127.0.0.1:${server.port}`;

  const ask = ({ method = 'GET', path = '/', headers = {}, body }: Sent) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
      const sent = send({ host: '127.0.0.1', port: server.port, method, path, headers: { host: own, ...headers } });
      sent.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const address = server.url;
  const welcome = await ask({ path: `/${new URL(address).search}` });
  const cookie = String(welcome.headers['set-cookie']).split(';')[0];
  const key = pageKeyIn(welcome.body);

  return {
    ...double,
    server,
    own,
    folder,
    ask,
    /** that was used for the welcome */
    address,
    welcome,
    cookie,
    key,
    /** what a page sends with whatever changes something */
    page: { cookie, 'x-aesop-page': key, origin: `http://${own}` },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
