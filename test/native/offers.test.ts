import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Check } from '../../electron/contract/machine.ts';
import type { Engine } from '../../electron/contract/run.ts';
import { offersFor } from '../../electron/native/offers.ts';
import { systemOf, wheelsOf } from '../../electron/native/systems.ts';
import { hasGlibc } from '../../electron/native/glibc.mjs';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const SYSTEM = systemOf(process.platform, process.arch, hasGlibc())!;
const hashes = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock('../../native/addons.json', () => ({ default: hashes }));
const sha256 = createHash('sha256').update('add-on').digest('hex');
hashes[SYSTEM] = { 'tfjs_binding.node': { sha256 } };

/** A checkout with an add-on made beforehand. */
function installation(content = 'add-on'): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'native', SYSTEM), { recursive: true });
  writeFileSync(join(folder, 'native', SYSTEM, 'tfjs_binding.node'), content);
  return folder;
}
const checksOf = (card: boolean, driver: boolean): Check[] => [
  { name: 'card', ok: card, found: '', fix: '' },
  { name: 'driver', ok: driver, found: '', fix: '' },
];
const engine = (name: Engine['engine'], device: Engine['device']) => ({ engine: name, device }) as Engine;

test('TensorFlow is offered where the portable engine computes, with what it takes', async () => {
  const [offer, ...others] = await offersFor(installation(), { engine: engine('portable', 'cpu'), checks: [] });
  const download = wheelsOf(SYSTEM, 'cpu').reduce((sum, { bytes }) => sum + bytes, 0);
  expect([offer.variant, offer.download, others]).toEqual(['cpu', download, []]);
  expect(offer.disk).toBeGreaterThan(offer.download);
  expect(await offersFor(installation(), { engine: engine('tensorflow', 'cpu'), checks: [] })).toEqual([]);
});

test('nothing is offered without an add-on, or with another than was made', async () => {
  const machine = { engine: engine('portable', 'cpu'), checks: [] };
  expect(await offersFor(temporaryFolder(), machine)).toEqual([]);
  expect(await offersFor(installation('another'), machine)).toEqual([]);
});

test.runIf(SYSTEM === 'linux-x64')(
  'the one for the graphics card comes first, where card and driver will do',
  async () => {
    const variants = async (card: boolean, driver: boolean, of = engine('portable', 'cpu')) =>
      (await offersFor(installation(), { engine: of, checks: checksOf(card, driver) })).map(({ variant }) => variant);
    expect(await variants(true, true)).toEqual(['gpu', 'cpu']);
    expect(await variants(true, true, engine('tensorflow', 'cpu'))).toEqual(['gpu']);
    expect(await variants(true, true, engine('tensorflow', 'gpu'))).toEqual([]);
    expect(await variants(false, true)).toEqual(['cpu']);
    expect(await variants(true, false)).toEqual(['cpu']);
  },
);
