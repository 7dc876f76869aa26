import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { request } from './http.ts';

/** Tries of a download that breaks off, each from where the last one came to; more where each brings something. */
const TRIES = 5;
/** Between two of them, milliseconds. */
const PAUSE = 1000;

/** Of servers that may give it the next time. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** The server does not give the file: to ask again would not help. */
class Refused extends Error {}

export interface Download {
  /** asked for again before each try: a mirror may have moved the file meanwhile */
  address(): Promise<string>;
  /** where it goes; until it is whole it lies beside it as `.part` */
  path: string;
  sha256: string;
  /** of the whole file; a server that sends more is not listened to */
  bytes: number;
  /** told the bytes that are there */
  progress(bytes: number): void;
  signal: AbortSignal;
  /** milliseconds before another try, else a second */
  pause?: number;
}

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** Hash and length of what is there already: nothing where nothing is. */
async function beginning(part: string) {
  const hash = createHash('sha256');
  const bytes = await sizeOf(part);
  if (bytes > 0)
    for await (const chunk of createReadStream(part, { highWaterMark: 2 ** 20 })) hash.update(chunk as Buffer);
  return { hash, bytes };
}

/** Takes the rest of a file. @returns hash of the whole */
async function takeRest({ address, path, bytes: most, progress, signal }: Download): Promise<string> {
  const part = `${path}.part`;
  let { hash, bytes } = await beginning(part);
  const answer = await request(await address(), bytes > 0 ? { range: `bytes=${bytes}-` } : {}, signal);
  if (answer.status === 416) {
    await answer.body?.cancel();
    return hash.digest('hex');
  }
  if (!answer.ok || !answer.body) {
    const said = `${answer.status} ${answer.statusText}`.trim();
    throw PASSING.has(answer.status) ? new Error(said) : new Refused(said);
  }
  // A server that knows no ranges begins anew.
  if (answer.status !== 206) [hash, bytes] = [createHash('sha256'), 0];
  const file = await open(part, bytes === 0 ? 'w' : 'a', 0o600);
  try {
    for await (const chunk of answer.body) {
      hash.update(chunk);
      await file.writeFile(chunk);
      bytes += chunk.length;
      if (bytes > most) throw new Refused(`${bytes} bytes of ${most}`);
      progress(bytes);
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

/**
 * Downloads a file in the smallest memory, hashed as it comes. What broke off goes on where it was, also in a later process.
 * @returns whether it is the file that it should be; what is not is removed
 * @throws Error when the server cannot be reached or does not have it; a disk that is full
 */
export async function download(wanted: Download): Promise<boolean> {
  const part = `${wanted.path}.part`;
  for (let left = TRIES; ; left--) {
    const before = await sizeOf(part);
    try {
      const whole = (await takeRest(wanted)) === wanted.sha256;
      if (whole) await rename(part, wanted.path);
      else await rm(part, { force: true });
      return whole;
    } catch (thrown) {
      wanted.signal.throwIfAborted();
      const { code } = thrown as NodeJS.ErrnoException;
      if (thrown instanceof Refused || code === 'ENOSPC' || left <= 1) throw thrown;
      if ((await sizeOf(part)) > before) left = TRIES;
      await wait(wanted.pause ?? PAUSE, undefined, { signal: wanted.signal });
    }
  }
}
