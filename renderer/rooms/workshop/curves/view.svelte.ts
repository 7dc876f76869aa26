import { SvelteMap } from 'svelte/reactivity';

export const measures = ['loss', 'accuracy', 'perplexity'] as const;
export type Measure = (typeof measures)[number];
export type OverlayColour = 2 | 3 | 4 | 5 | 6;

const COLOURS: readonly OverlayColour[] = [2, 3, 4, 5, 6];

/** How the curves are looked at; the same for every run until the page is left. */
class View {
  measure = $state<Measure>('loss');
  smoothing = $state(0.6);
  log = $state(false);
  training = $state(true);
  validation = $state(true);
  /** runs laid over the one in view, each with its colour */
  #overlays = new SvelteMap<string, OverlayColour>();

  get overlays(): ReadonlyMap<string, OverlayColour> {
    return this.#overlays;
  }

  get full(): boolean {
    return this.#overlays.size >= COLOURS.length;
  }

  /** Lays a run over, in the first colour that is free, or takes it away. */
  lay(run: string, over: boolean): void {
    if (!over) this.#overlays.delete(run);
    else if (!this.#overlays.has(run)) {
      const taken = new Set(this.#overlays.values());
      const free = COLOURS.find((colour) => !taken.has(colour));
      if (free) this.#overlays.set(run, free);
    }
  }
}

export const view = new View();
