import type { Settings } from '../contract/machine.ts';
import { readSettings, writeSettings } from '../storage/settings.ts';
import type { Verbs } from './verbs.ts';
import type { Context } from './context.ts';
import type { Log } from './log.ts';

/** The settings as they are now, kept in the workspace. */
export class SettingsStore {
  readonly #path: string;
  #now: Settings;

  private constructor(path: string, now: Settings) {
    this.#path = path;
    this.#now = now;
  }

  /** @throws AesopError `model-newer` */
  static async open(path: string, log: Log): Promise<SettingsStore> {
    return new SettingsStore(path, await readSettings(path, (error) => log.failure('settings', error, 'warning')));
  }

  get(): Settings {
    return this.#now;
  }

  async set(change: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
    this.#now = { ...this.#now, ...change };
    return writeSettings(this.#path, this.#now);
  }
}

export function settingsVerbs({ settings, events, models }: Context): Verbs<'settings.'> {
  return {
    async 'settings.set'(change) {
      const { engine } = settings.get();
      const now = await settings.set(change);
      // An engine is loaded once a process.
      if (now.engine !== engine) void models.renew();
      events.emit('settings.changed', { settings: now });
      return now;
    },
  };
}
