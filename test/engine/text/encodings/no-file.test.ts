import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AesopError } from '../../../../electron/contract/errors.ts';
import { decodeFile, previewFile, readCorpus, resolveEncoding } from '../../../../electron/engine/text/index.ts';
import { english } from '../../../messages/said.ts';
import { temporaryFolder } from '../../../storage/temporary-folder.ts';

const SENTENCE = 'the cat sat on the mat . ';

/** Whatever stands in a file's place; a pipe has no writer. */
const MAKERS: Record<string, (path: string) => void | Promise<void>> = {
  pipe: (path) => void execFileSync('mkfifo', [path]),
  socket: async (path) => {
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(path, resolve));
  },
  folder: (path) => mkdirSync(path),
  loop: (path) => symlinkSync(path, path),
  dangling: (path) => symlinkSync('nowhere', path),
};

async function failureOf(work: Promise<unknown>): Promise<AesopError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AesopError);
  return error as AesopError;
}

/** What is said of a path, which is the same whoever reads it. */
async function said(path: string): Promise<AesopError> {
  const looked = await failureOf(previewFile(path, 'a.txt'));
  expect(await failureOf(readCorpus({ path }))).toMatchObject({ code: looked.code, values: looked.values });
  return looked;
}

describe.skipIf(process.platform === 'win32')('what is no file is refused by its kind, at once', () => {
  test.each([
    ['pipe', 'not-a-file', / is a pipe, not a file/],
    ['socket', 'not-a-file', / is a socket, not a file/],
    ['folder', 'file-is-folder', / is a folder/],
    ['loop', 'link-unfollowed', / is a link/],
    ['dangling', 'file-missing', /There is no file/],
  ])('a %s', async (kind, code, message) => {
    const path = join(temporaryFolder(), 'a.txt');
    await MAKERS[kind](path);
    const error = await said(path);
    expect(error).toMatchObject({ code, values: { path } });
    expect(english(error).message).toMatch(message);
  });

  test.each(['/dev/null', '/dev/zero', '/dev/tty'])('a device: %s', async (path) => {
    expect(english(await said(path)).message).toBe(`“${path}” is a device, not a file.`);
  });

  test('a name longer than the system has names', async () => {
    const path = join(temporaryFolder(), 'x'.repeat(300));
    expect(await said(path)).toMatchObject({ code: 'name-too-long' });
  });

  test('a pipe that takes the file’s place after it was looked at', async () => {
    const path = join(temporaryFolder(), 'a.txt');
    writeFileSync(path, SENTENCE);
    const { chunks } = await decodeFile(path);
    rmSync(path);
    await MAKERS.pipe(path);
    expect(await failureOf(chunks[Symbol.asyncIterator]().next())).toMatchObject({ code: 'not-a-file' });
  });
});

describe('a file that changes while it is read', () => {
  const LONG = 200_000;
  const fileOf = (sentences: number) => {
    const path = join(temporaryFolder(), 'a.txt');
    writeFileSync(path, SENTENCE.repeat(sentences));
    return path;
  };

  test('gone before it is opened', async () => {
    const path = fileOf(1);
    const { chunks } = await decodeFile(path);
    rmSync(path);
    expect(await failureOf(chunks[Symbol.asyncIterator]().next())).toMatchObject({ code: 'file-missing' });
  });

  test('ever longer: it ends where it ended when it was opened', async () => {
    const path = fileOf(LONG);
    const { bytes } = await readCorpus({ path }, { onText: () => appendFileSync(path, SENTENCE.repeat(LONG)) });
    expect(bytes).toBe(LONG * SENTENCE.length);
  });

  test.each<[string, (path: string) => void]>([
    ['moved away', (path) => renameSync(path, `${path}.old`)],
    ['deleted', (path) => rmSync(path)],
    ['cut short', (path) => truncateSync(path, SENTENCE.length)],
    ['lengthened', (path) => truncateSync(path, (LONG + 1) * SENTENCE.length)],
  ])('%s: what there is of it is a text, or its error is told', async (_, change) => {
    const path = fileOf(LONG);
    let pieces = 0;
    const corpus = await readCorpus({ path }, { onText: () => void (pieces++ === 0 && change(path)) }).catch(
      (thrown: unknown) => thrown,
    );
    if (corpus instanceof AesopError) expect(corpus.code).not.toBe('internal');
    else expect(corpus).toMatchObject({ encoding: 'utf-8', language: 'en' });
  });
});

test.each(['constructor', 'toString', '__proto__', 'valueOf', 'klingon', ''])('“%s” is no encoding', (label) => {
  expect(() => resolveEncoding(label)).toThrow(expect.objectContaining({ code: 'encoding-unknown' }));
});
