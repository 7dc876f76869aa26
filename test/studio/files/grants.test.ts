import { expect, test } from 'vitest';
import { fileTokenSchema } from '../../../electron/contract/common.ts';
import { Grants } from '../../../electron/studio/files/grants.ts';

test('a file is known by a token that tells nothing of its path', () => {
  const grants = new Grants();
  const token = grants.grant('/home/ann/Secret Novel.txt');
  expect(fileTokenSchema.parse(token)).toBe(token);
  expect(token).not.toContain('Secret');
  expect(grants.source(token)).toMatchObject({ path: '/home/ann/Secret Novel.txt', name: 'Secret Novel.txt' });
  expect(grants.source(grants.grant('/tmp/upload-1', 'Novel.txt')).name).toBe('Novel.txt');
});

test('what may be read may not be written, and the other way round', async () => {
  const grants = new Grants();
  const [source, target] = [grants.grant('/a'), grants.grantTarget('/b')];
  const made = grants.grantMade('/c', async () => {});
  const pathOf = async ({ path }: { path: string }) => path;
  const refused = expect.objectContaining({ code: 'file-not-granted' });
  for (const token of [target, made, 'file_0000000000000000']) {
    expect(() => grants.source(token)).toThrow(refused);
    await expect(grants.use(token, 'source', pathOf)).rejects.toThrow(refused);
  }
  for (const token of [source, made]) expect(() => grants.target(token)).toThrow(refused);
  for (const token of [source, target]) await expect(grants.use(token, 'made', pathOf)).rejects.toThrow(refused);
  expect([grants.target(target), await grants.use(made, 'made', pathOf), grants.source(source).path]).toEqual([
    '/b',
    '/c',
    '/a',
  ]);
});

test('a copy of the host goes when it is released, but never under the hands of work', async () => {
  const grants = new Grants();
  const gone: string[] = [];
  const token = grants.grant('/tmp/upload-1', 'Novel.txt', async () => void gone.push('upload-1'));
  await grants.use(token, 'source', async () => {
    expect(grants.inUse(token)).toBe(true);
    grants.release(token);
    expect(() => grants.source(token)).toThrow(expect.objectContaining({ code: 'file-not-granted' }));
    expect(gone).toEqual([]);
  });
  expect(gone).toEqual(['upload-1']);
  grants.release(token);
  expect(gone).toHaveLength(1);
});

test('work that fails leaves the file for another try', async () => {
  const grants = new Grants();
  const gone: string[] = [];
  const token = grants.grant('/tmp/upload-1', 'Novel.txt', async () => void gone.push('upload-1'));
  await expect(grants.use(token, 'source', () => Promise.reject(new Error('unreadable')))).rejects.toThrow(
    'unreadable',
  );
  expect([gone, grants.source(token).name]).toEqual([[], 'Novel.txt']);
});
