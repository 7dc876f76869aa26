import { defaultSettings, settingsSchema, type Settings } from '../contract/machine.ts';
import { AesopError } from '../contract/errors.ts';
import { renamePatiently } from './atomic.ts';
import { readJson, writeJson } from './json.ts';

/**
 * The settings of a workspace; the defaults where there are none. A damaged file is set aside as `settings.json.damaged`
 * and the defaults are used.
 * @param onDamaged told why
 * @throws AesopError `model-newer`: a later Aesop's settings are never overwritten
 */
export async function readSettings(path: string, onDamaged: (error: AesopError) => void = () => {}): Promise<Settings> {
  try {
    return await readJson(path, settingsSchema);
  } catch (thrown) {
    if (!(thrown instanceof AesopError)) throw thrown;
    if (thrown.code === 'file-damaged') {
      await renamePatiently(path, `${path}.damaged`);
      onDamaged(thrown);
    } else if (thrown.code !== 'file-missing') throw thrown;
    return defaultSettings;
  }
}

export async function writeSettings(path: string, settings: Settings): Promise<Settings> {
  await writeJson(path, settings);
  return settings;
}
