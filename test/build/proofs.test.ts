import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { isProven, noteProofs, whatIsProven } from '../../build/checks/proofs.mjs';
import { temporaryFolder } from '../storage/temporary-folder.ts';

let root: string;
const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
/** vitest's report of a run in which specs ended so. */
const report = (specs: Record<string, string[]>) => ({
  testResults: Object.entries(specs).map(([name, states]) => ({
    name: join(root, 'test/programs', name),
    assertionResults: states.map((status) => ({ status })),
  })),
});

beforeEach(() => {
  root = temporaryFolder();
  write('test/programs/keras.test.ts', 'one');
  write('test/programs/onnx.test.ts', 'two');
  write('electron/engine/formats/onnx/format.ts', 'three');
  write('build/setup/tests/programs.txt', 'keras');
});

const GREEN = { 'keras.test.ts': ['passed', 'passed'], 'onnx.test.ts': ['passed'] };

test('proofs that held are spared until something they look at changes, and never in CI', () => {
  expect(isProven(root, {})).toBe(false);
  noteProofs(root, whatIsProven(root), report(GREEN));
  expect(isProven(root, {})).toBe(true);
  expect(isProven(root, { CI: 'true' })).toBe(false);
  write('renderer/app.ts', 'elsewhere');
  expect(isProven(root, {})).toBe(true);
  const changes = [
    'electron/engine/formats/onnx/format.ts',
    'electron/engine/formats/another.ts',
    'electron/engine/inference/network.ts',
    'electron/engine/text/vocabulary/vocabulary.ts',
    'test/fixtures/foreign/keras-3.keras',
    'test/programs/keras_programs.py',
    'build/setup/tests/programs.txt',
  ];
  for (const path of changes) {
    write(path, 'changed');
    expect(isProven(root, {}), path).toBe(false);
    noteProofs(root, whatIsProven(root), report(GREEN));
    expect(isProven(root, {}), path).toBe(true);
  }
});

test.each([
  ['one failed', { ...GREEN, 'keras.test.ts': ['passed', 'failed'] }],
  ['one was skipped', { ...GREEN, 'onnx.test.ts': ['skipped'] }],
  ['a file could not be read', { ...GREEN, 'onnx.test.ts': [] }],
  ['only some were run', { 'keras.test.ts': ['passed'] }],
  ['none was run', {}],
])('nothing is noted where %s', (_, specs) => {
  noteProofs(root, whatIsProven(root), report(specs));
  expect(isProven(root, {})).toBe(false);
});

test('what changed while they ran is not proven', () => {
  const before = whatIsProven(root);
  write('electron/engine/formats/onnx/format.ts', 'meanwhile');
  noteProofs(root, before, report(GREEN));
  expect(isProven(root, {})).toBe(false);
});
