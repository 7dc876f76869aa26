import type { Settings } from '../../contract/machine.ts';
import { serially } from '../../storage/files/serial.ts';
import { changeSettings, readSettings } from '../../storage/records/settings.ts';
import type { Log } from './log.ts';

/** The settings of the workspace, where other hosts may change them too. */
export class SettingsStore {
  readonly #path: string;
  #now: Settings;

  private constructor(path: string, now: Settings) {
    this.#path = path;
    this.#now = now;
  }

  /** @throws AesopError `model-newer`, `no-permission` */
  static async open(path: string, log: Log): Promise<SettingsStore> {
    return new SettingsStore(path, await readSettings(path, (error) => log.failure('settings', error, 'warning')));
  }

  /** As they were read or changed last. */
  get(): Settings {
    return this.#now;
  }

  /** As they stand on the disk; as they were where they cannot be read any more. */
  read(): Promise<Settings> {
    return this.#inTurn(() => readSettings(this.#path).catch(() => this.#now));
  }

  /** Changes only what `change` names. @throws AesopError `model-newer`, `disk-full`, `no-permission` */
  set(change: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
    return this.#inTurn(() => changeSettings(this.#path, change));
  }

  /** What was read before a change never stands for what is after it. */
  #inTurn(task: () => Promise<Settings>): Promise<Settings> {
    return serially(`settings ${this.#path}`, async () => (this.#now = await task()));
  }
}
