import type { ModelCard } from '../../../../electron/contract/model.ts';
import { models } from '../../../state/models.svelte.ts';
import { MOST_TELLERS } from '../../../../electron/contract/limits.ts';
import { desk } from '../desk.svelte.ts';
import { nextSeed } from '../sampling/manners.ts';
import { Teller } from './teller.svelte.ts';

/** Somebody to compare a model with: the newest other one over the same text, else the newest other. */
export function partnerOf({ id, corpus }: ModelCard, all: readonly ModelCard[]): ModelCard | undefined {
  const others = all.filter((model) => model.id !== id);
  const same = (model: ModelCard) => corpus !== undefined && model.corpus?.sha256 === corpus.sha256;
  return others.find(same) ?? others[0];
}

/**
 * Two or three models that tell the line on the desk, with its seed and its sampling, one after the other: the models
 * share a process. They stay while other rooms are open.
 */
class Beside {
  #tellers = $state.raw<readonly Teller[]>([]);
  #busy = $state(false);
  #turn = 0;

  get tellers(): readonly Teller[] {
    return this.#tellers;
  }

  get ids(): string[] {
    return this.#tellers.map(({ id }) => id);
  }

  /** Whether they are telling. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Whether all there is was told with a seed that another could take the place of. */
  get told(): boolean {
    return this.#tellers.some(({ telling }) => telling.story !== undefined);
  }

  /**
   * Lets these tell; who was there already stays as it is. One alone that is among them leaves all of them, or a partner
   * comes with it; none is the desk's.
   */
  take(asked: readonly string[]): void {
    const known = [...new Set(asked)].filter((id) => models.byId(id)).slice(0, MOST_TELLERS);
    if (known.length < 2 && this.#tellers.length > 1 && known.every((id) => this.ids.includes(id))) return;
    const first = models.byId(known[0]) ?? desk.model;
    const partner = first && partnerOf(first, desk.models);
    const ids = known.length > 1 ? known : [first, partner].flatMap((model) => (model ? [model.id] : []));
    this.#set(ids);
  }

  #set(ids: readonly string[]): void {
    const before = this.#tellers;
    this.#tellers = ids.map((id) => before.find((teller) => teller.id === id) ?? new Teller(id));
    for (const teller of before) if (!ids.includes(teller.id)) teller.leave();
  }

  /** Has each tell the line in its turn; one that fails leaves the others theirs. */
  async tell(): Promise<void> {
    const turn = ++this.#turn;
    const { prompt, sampling } = desk;
    const tellers = this.#tellers.filter(({ model }) => model);
    if (!prompt.trim() || tellers.length === 0) return;
    this.#busy = true;
    for (const teller of tellers) teller.wait();
    for (const teller of tellers) {
      // one that was taken away meanwhile has nothing to tell
      if (turn === this.#turn && this.#tellers.includes(teller)) await teller.tell(prompt, sampling);
    }
    if (turn !== this.#turn) return;
    this.#busy = false;
    for (const teller of tellers) if (turn === this.#turn) await teller.look();
  }

  /** The same once more, with the next seed. */
  again(): Promise<void> {
    desk.change({ seed: nextSeed(desk.sampling.seed) });
    return this.tell();
  }

  /** Leaves off; what was told stays. */
  async stop(): Promise<void> {
    this.#turn++;
    this.#busy = false;
    const tellers = this.#tellers;
    await Promise.all(tellers.map((teller) => teller.stop()));
    for (const teller of tellers) await teller.look();
  }
}

export const beside = new Beside();
