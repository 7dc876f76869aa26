import type { Draft } from '../../electron/contract/story.ts';
import { client } from '../lib/client.ts';

const PAUSE = 400;

/** What lay on the desk when the page was left, and what is to be found there by the next one. */
class DraftState {
  #left: Draft | undefined;
  #received = false;
  #kept = '';
  #waiting: Draft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    globalThis.addEventListener?.('pagehide', () => this.#send());
  }

  /** As the studio has it; what this page has written since is newer. */
  receive(draft: Draft | null): void {
    if (!this.#received) this.#left = draft ?? undefined;
    this.#received = true;
  }

  /** What the page before this one left, once. */
  take(): Draft | undefined {
    const left = this.#left;
    this.#left = undefined;
    return left;
  }

  /** What was found on the desk: nothing that has to be kept. */
  found(draft: Draft): void {
    this.#kept ||= JSON.stringify(draft);
  }

  /** Keeps a draft whenever the writing pauses. */
  keep(draft: Draft): void {
    clearTimeout(this.#timer);
    this.#waiting = draft;
    this.#timer = setTimeout(() => this.#send(), PAUSE);
  }

  #send(): void {
    clearTimeout(this.#timer);
    const draft = this.#waiting;
    this.#waiting = undefined;
    if (!draft || JSON.stringify(draft) === this.#kept) return;
    this.#kept = JSON.stringify(draft);
    // It stays on the page: where it cannot be written, telling it says why.
    void client.request('stories.draft', draft).catch(() => (this.#kept = 'not kept'));
  }
}

export const draft = new DraftState();
