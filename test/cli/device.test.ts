import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aesop, expectFailure, FABLE, temporaryFolder } from './aesop.ts';

test('train --device reaches the process that trains, and takes no other names', async () => {
  const workspace = join(await temporaryFolder(), 'Aesop');
  const train = (device: string) =>
    aesop(['train', FABLE, '--steps', '4', '--units', '8', '--device', device, '--json', '--workspace', workspace]);
  const engineOn = async (device: string) => {
    const lines = (await train(device)).json() as { type: string; engine: { engine: string; reason: string } }[];
    return lines.find(({ type }) => type === 'started')!.engine;
  };
  // no machine has so many cards: the processor computes, and TensorFlow was asked for
  const { engine, reason } = await engineOn('99');
  if (engine === 'tensorflow') expect(reason).toBe('The device was asked for.');
  expect((await engineOn('cpu')).reason).not.toBe('The device was asked for.');
  expectFailure(await train('tpu'), 2, /device.*tpu.*auto, cpu, gpu, or the number/s);
});
