import { defaultSettings, type Settings } from '../../electron/contract/machine.ts';
import { client } from '../lib/client.ts';

type Change = Partial<Omit<Settings, 'version'>>;

/** settings.json as the page sees it; the studio owns it. */
class SettingsState {
  #told = $state.raw<Settings>(defaultSettings);
  /** what the studio has not answered yet */
  #asked = $state.raw<readonly Change[]>([]);
  #value = $derived<Settings>(Object.assign({}, this.#told, ...this.#asked));

  get value(): Settings {
    return this.#value;
  }

  /** What the studio says they are. */
  receive(value: Settings): void {
    this.#told = value;
  }

  /**
   * Shows the change at once, whatever is told meanwhile of changes before it, and takes it back where the studio
   * refuses it.
   */
  async set(change: Change): Promise<void> {
    this.#asked = [...this.#asked, change];
    try {
      this.#told = await client.request('settings.set', change);
    } finally {
      this.#asked = this.#asked.filter((asked) => asked !== change);
    }
  }
}

export const settings = new SettingsState();
