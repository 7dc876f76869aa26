import { execFile } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { nativeFolder } from '../../../electron/engine/runtime/native-folder.ts';
import { ADDON } from '../../../electron/native/installation.mjs';
import { withTensorFlow } from '../tensorflow-here.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

const TRY = join(import.meta.dirname, '../../../build/setup/native/try-addon.mjs');

test.runIf(withTensorFlow)('TensorFlow loads from a path with spaces, accents and Chinese in it', async () => {
  const folder = join(temporaryFolder(), 'Zoë 的 “引擎”');
  symlinkSync(nativeFolder()!, folder, 'junction');
  const { stdout } = await promisify(execFile)(process.execPath, [TRY, join(folder, ADDON)]);
  expect(stdout).toContain('TensorFlow 2.');
});
