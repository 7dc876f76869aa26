import { language } from './language.svelte.ts';
import { settings } from './settings.svelte.ts';

const media = (query: string) => globalThis.matchMedia?.(query);

/** What the window looks like: the theme and motion chosen, or the system's. */
class AppearanceState {
  #systemDark = $state(media('(prefers-color-scheme: dark)')?.matches ?? false);
  #systemStill = $state(media('(prefers-reduced-motion: reduce)')?.matches ?? false);

  constructor() {
    media('(prefers-color-scheme: dark)')?.addEventListener('change', (event) => (this.#systemDark = event.matches));
    media('(prefers-reduced-motion: reduce)')?.addEventListener('change', (e) => (this.#systemStill = e.matches));
  }

  get theme(): 'light' | 'dark' {
    const chosen = settings.value.appearance;
    if (chosen !== 'system') return chosen;
    return this.#systemDark ? 'dark' : 'light';
  }

  get still(): boolean {
    return settings.value.lessMotion || this.#systemStill;
  }

  /** Writes theme, motion, story size and language onto the document; call it in an effect. */
  apply(root: HTMLElement): void {
    root.lang = language.tag;
    root.dataset.theme = this.theme;
    root.dataset.motion = this.still ? 'less' : 'full';
    root.style.setProperty('--story-size', `${settings.value.storySize}px`);
  }
}

export const appearance = new AppearanceState();
