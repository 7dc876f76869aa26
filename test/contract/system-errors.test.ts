import { constants } from 'node:os';
import { describe, expect, test } from 'vitest';
import { systemError, toPlainError } from '../../electron/contract/errors.ts';
import { diskError } from '../../electron/storage/files/disk-errors.ts';
import { chinese, english, inBoth } from '../messages/said.ts';

/** An error as Node makes it of a system's answer. */
const thrown = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: said the system, open '${path}'`), { code, syscall: 'open', path });

/** Answers of the system that no person brings about with a file: a mistake of ours, or the network's. */
const OURS = /^E(BADF|FAULT|PIPE|CHILD|SRCH|NOEXEC|INTR|2BIG|DOM|RANGE|NOTTY|CANCELED|INPROGRESS|ALREADY)$/;
const NETWORK =
  /^E(ADDR|AF|CONN|NET|SOCK|PROTO|DESTADDR|IS?CONN|MSGSIZE|NOBUFS|NOPROTO|PFNO|WOULDBLOCK|HOSTUN|NOTSOCK|TOOMANY)/;
/** Of System V and of message queues; no file answers so. */
const OTHER = /^E(BADMSG|IDRM|MULTIHOP|NODATA|NOLINK|NOMSG|NOSR|NOSTR|TIME|SHUTDOWN)$/;

describe('what the system says of a file', () => {
  const codes = Object.keys(constants.errno).filter((code) => ![OURS, NETWORK, OTHER].some((set) => set.test(code)));

  test.each(codes)('%s has an entry that names the path, in both languages, and keeps its words', (code) => {
    const error = toPlainError(thrown(code, '/texts/fable.txt'));
    expect(error.code).not.toBe('internal');
    for (const { message, hint } of [english(error), chinese(error)]) {
      expect(message).toContain('/texts/fable.txt');
      expect(message + hint).not.toMatch(/[{}]/);
    }
    expect(error.detail).toContain(`${code}: said the system`);
  });

  test('the code is told where one sentence stands for many', () => {
    expect(english(thrown('EIO', 'a.txt')).message).toBe('The system cannot read or write “a.txt” (EIO).');
  });

  test('a disk that takes nothing is no matter of permissions, and none of room', () => {
    const { message, hint } = english(thrown('EROFS', '/ws/a'));
    expect(message).toBe('Nothing can be written to “/ws/a”: its disk is read-only.');
    expect(hint).not.toMatch(/permission|free some space/i);
  });

  test('the path that a person knows stands in place of the system’s', () => {
    expect(diskError(thrown('ENOSPC', '/ws/.a.tmp'), '/ws/a')).toMatchObject({
      code: 'disk-full',
      values: { path: '/ws/a' },
    });
    expect(diskError(thrown('ENOENT'), '/ws/a')).toMatchObject({ code: 'file-missing', values: { path: '/ws/a' } });
  });

  test('where none is known, it is said in words', () => {
    expect(english(thrown('EIO')).message).toContain('“a file of Aesop”');
    expect(chinese(thrown('EACCES')).message).toContain('Aesop 的文件');
  });

  test('a name that is not UTF-8 is told as such', () => {
    const error = toPlainError(thrown('ENOENT', 'caf\ufffd.txt'));
    expect(error.code).toBe('name-unreadable');
    expect(english(error).message).toMatch(/“caf\ufffd\.txt” holds bytes that are not UTF-8/);
  });

  test.each(['EBADF', 'ECONNRESET', 'constructor', '__proto__', 'toString'])('%s is none of it', (code) => {
    expect(systemError(thrown(code, 'a'))).toBeUndefined();
    expect(toPlainError(thrown(code, 'a')).code).toBe('internal');
  });
});

describe('names that every object has', () => {
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
    '%s is no entry and no phrase',
    (name) => {
      const plain = { code: name, values: {}, detail: '' };
      expect(english(plain)).toEqual(english({ ...plain, code: 'internal' }));
      const part = { message: `phrases.${name}`, values: {} };
      expect(inBoth(part)).toEqual({ en: part.message, zh: part.message });
    },
  );
});

test('a value too long for a sentence loses its middle, in the sentence only', () => {
  const path = `/begin${'é'.repeat(4000)}end.txt`;
  const { values } = toPlainError(thrown('ENAMETOOLONG', path));
  const { message } = english(thrown('ENAMETOOLONG', path));
  expect(message.length).toBeLessThan(400);
  expect(message).toMatch(/“\/beginé+…é+end\.txt”/);
  expect(values.path).toBe(path);
});
