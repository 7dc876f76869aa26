import { expect, test } from 'vitest';
import { fileTokenSchema } from '../../electron/contract/common.ts';
import { Grants } from '../../electron/studio/grants.ts';

test('a file is known by a token that tells nothing of its path', () => {
  const grants = new Grants();
  const token = grants.grant('/home/ann/Secret Novel.txt');
  expect(fileTokenSchema.parse(token)).toBe(token);
  expect(token).not.toContain('Secret');
  expect(grants.source(token)).toMatchObject({ path: '/home/ann/Secret Novel.txt', name: 'Secret Novel.txt' });
  expect(grants.source(grants.grant('/tmp/upload-1', 'Novel.txt')).name).toBe('Novel.txt');
});

test('what may be read may not be written, and the other way round', () => {
  const grants = new Grants();
  const [source, target, made] = [grants.grant('/a'), grants.grantTarget('/b'), grants.grantMade('/c')];
  const refused = expect.objectContaining({ code: 'file-not-granted' });
  for (const token of [target, made, 'file_0000000000000000']) expect(() => grants.source(token)).toThrow(refused);
  for (const token of [source, made]) expect(() => grants.target(token)).toThrow(refused);
  for (const token of [source, target]) expect(() => grants.made(token)).toThrow(refused);
  expect([grants.target(target), grants.made(made), grants.source(source).path]).toEqual(['/b', '/c', '/a']);
});
