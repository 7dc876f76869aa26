import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { toPlainError } from '../contract/errors.ts';
import { downloadSchema, type WireResult } from '../contract/wire.ts';
import { terminalMessage } from '../messages/terminal.ts';
import type { Studio } from '../studio/index.ts';
import type { Answers } from './answers.ts';
import type { Uploads } from './uploads.ts';

const NO_FILE = terminalMessage('server.noFile');

/** Takes a file that a page sends and answers with its grant, or with the error. */
export async function receiveFile(uploads: Uploads, request: IncomingMessage, response: ServerResponse, address: URL) {
  let result: WireResult;
  try {
    const name = basename((address.searchParams.get('name') ?? '').replaceAll('\\', '/')).slice(0, 200) || 'text';
    result = { ok: true, output: await uploads.receive(request, name) };
  } catch (error) {
    result = { ok: false, error: toPlainError(error) };
  }
  // A body that was not read to its end would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(result.ok ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}

/**
 * Hands over a file that the studio made for a page; anything else is not there. Once sent whole it goes; a transfer
 * that broke may be tried again.
 */
export async function sendFile(
  studio: Studio,
  answers: Answers,
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
) {
  const asked = downloadSchema.safeParse(token);
  if (!asked.success) return answers.send(response, 404, NO_FILE);
  try {
    await studio.files.use(asked.data, 'made', async ({ path }) => {
      const { size } = await stat(path);
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
      });
      if (request.method === 'HEAD') return void response.end();
      await pipeline(createReadStream(path), response);
      studio.files.release(asked.data);
    });
  } catch (thrown) {
    if (response.headersSent) response.destroy();
    else answers.missing(response, thrown, NO_FILE);
  }
}
