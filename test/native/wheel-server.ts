import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import type { Wheel } from '../../electron/native/systems.ts';

/** A wheel of some members, and what is known of it beforehand. */
export function makeWheel(project: string, members: Record<string, string>): { wheel: Wheel; bytes: Buffer } {
  const files = Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)]));
  const bytes = Buffer.from(zipSync(files, { level: 0, mtime: '2026-01-01T00:00:00' }));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, wheel: { project, version: '1.0', platform: 'any', sha256, bytes: bytes.length } };
}

interface Manner {
  /** how its page is written */
  page?: 'json' | 'html' | 'html-without-hashes' | 'empty';
  /** the connection breaks after so many bytes, once */
  cutAt?: number;
  ranges?: boolean;
  status?: number;
  /** what is sent instead of the file */
  content?: Buffer;
  login?: string;
}

/** A package index with one wheel, behaving as it is told. */
export async function openIndex({ wheel, bytes }: ReturnType<typeof makeWheel>, manner: Manner = {}) {
  const { page = 'json', ranges = true, status = 200, content = bytes, login } = manner;
  const asked: string[] = [];
  let cutAt = manner.cutAt;
  const name = `${wheel.project.replaceAll('-', '_')}-${wheel.version}-cp311-cp311-any.whl`;
  const links: Record<typeof page, string> = {
    json: JSON.stringify({ files: [{ filename: name, url: `../../files/${name}`, hashes: { sha256: wheel.sha256 } }] }),
    html: `<a href="../../files/${name}#sha256=${wheel.sha256}" data-x="1">renamed.whl</a>`,
    'html-without-hashes': `<a href="../../files/other-9.whl">other</a><a href="../../files/${name}">${name}</a>`,
    empty: '<p>nothing</p>',
  };

  function sendFile(request: IncomingMessage, response: ServerResponse): void {
    const from = ranges ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
    if (from >= content.length) return void response.writeHead(416).end();
    const rest = content.subarray(from);
    response.writeHead(status !== 200 ? status : from > 0 ? 206 : 200, { 'content-length': rest.length });
    if (cutAt === undefined) return void response.end(rest);
    response.write(rest.subarray(0, cutAt), () => response.destroy());
    cutAt = undefined;
  }

  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.range ?? ''}`.trim());
    if (login && request.headers.authorization !== `Basic ${Buffer.from(login).toString('base64')}`)
      return void response.writeHead(401).end();
    if (request.url === `/simple/${wheel.project}/`) {
      const type = page === 'json' ? 'application/vnd.pypi.simple.v1+json' : 'text/html';
      return void response.writeHead(200, { 'content-type': type }).end(links[page]);
    }
    if (request.url === `/files/${name}`) return sendFile(request, response);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    index: `http://${login ? `${login}@` : ''}127.0.0.1:${port}/simple`,
    asked,
    /** how often the file itself was asked for, and from where */
    files: () => asked.filter((one) => one.startsWith('/files/')).map((one) => one.split(' ')[1] ?? ''),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
