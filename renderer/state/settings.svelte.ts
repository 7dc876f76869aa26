import { defaultSettings, type Settings } from '../../electron/contract/machine.ts';
import { client } from '../lib/client.ts';

/** settings.json as the page sees it; the studio owns it. */
class SettingsState {
  #value = $state.raw<Settings>(defaultSettings);

  get value(): Settings {
    return this.#value;
  }

  /** What the studio says they are. */
  receive(value: Settings): void {
    this.#value = value;
  }

  /** Shows the change at once and takes it back where the studio refuses it. */
  async set(change: Partial<Omit<Settings, 'version'>>): Promise<void> {
    const before = this.#value;
    this.#value = { ...before, ...change };
    try {
      this.#value = await client.request('settings.set', change);
    } catch (error) {
      this.#value = before;
      throw error;
    }
  }
}

export const settings = new SettingsState();
