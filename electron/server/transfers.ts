import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { toPlainError } from '../contract/errors.ts';
import { downloadSchema, type WireResult } from '../contract/wire.ts';
import type { Studio } from '../studio/index.ts';
import { sendText } from './pages.ts';
import type { Uploads } from './uploads.ts';

/** Takes a file that a page sends and answers with its grant, or with the error. */
export async function receiveFile(uploads: Uploads, request: IncomingMessage, response: ServerResponse, url: URL) {
  let result: WireResult;
  try {
    const name = basename((url.searchParams.get('name') ?? '').replaceAll('\\', '/')).slice(0, 200) || 'text';
    result = { ok: true, output: await uploads.receive(request, name) };
  } catch (error) {
    result = { ok: false, error: toPlainError(error) };
  }
  // A body that was not read to its end would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(result.ok ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}

/** Hands over a file that the studio made for a page; anything else is not there. */
export async function sendFile(studio: Studio, response: ServerResponse, token: string) {
  try {
    const path = studio.files.made(downloadSchema.parse(token));
    const { size } = await stat(path);
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': size,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
    });
    await pipeline(createReadStream(path), response);
  } catch {
    if (response.headersSent) response.destroy();
    else sendText(response, 404, 'There is no such file.');
  }
}
