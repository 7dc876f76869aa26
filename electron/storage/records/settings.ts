import { dirname, join } from 'node:path';
import { defaultSettings, settingsSchema, type Settings } from '../../contract/machine.ts';
import { AesopError } from '../../contract/errors.ts';
import { renamePatiently } from '../files/atomic.ts';
import { readJson, writeJson } from '../files/json.ts';
import { underLock } from '../processes/locks.ts';
import { serially } from '../files/serial.ts';

/** What can stand at the place of the settings that is none: it is set aside. */
const NO_SETTINGS = ['file-damaged', 'link-unfollowed'];

/**
 * The settings of a workspace; the defaults where there are none. A damaged file is set aside as `settings.json.damaged`
 * and the defaults are used, also where it cannot be set aside.
 * @param onDamaged told why
 * @throws AesopError `model-newer`: a later Aesop's settings are never overwritten; `no-permission`
 */
export async function readSettings(path: string, onDamaged: (error: AesopError) => void = () => {}): Promise<Settings> {
  try {
    return await readJson(path, 'settings', settingsSchema);
  } catch (thrown) {
    if (!(thrown instanceof AesopError)) throw thrown;
    if (NO_SETTINGS.includes(thrown.code)) {
      await renamePatiently(path, `${path}.damaged`).catch(() => {});
      onDamaged(thrown);
    } else if (thrown.code !== 'file-missing') throw thrown;
    return defaultSettings;
  }
}

/**
 * Changes some settings and leaves the others as they stand on the disk, where another host may have changed them.
 * @returns all of them as they are now
 * @throws AesopError `model-newer`, `disk-full`, `no-permission`; nothing is changed then
 */
export function changeSettings(path: string, change: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
  const lock = join(dirname(path), '.settings.lock');
  return serially(lock, () =>
    underLock(lock, async () => {
      const settings = { ...(await readSettings(path)), ...change };
      await writeJson(path, settings);
      return settings;
    }),
  );
}
