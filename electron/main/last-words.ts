import type { BrowserWindow } from 'electron';
import { isReading } from '../studio/index.ts';

/** Milliseconds that a note may take to be written; a page that hangs must not keep the app open for ever. */
const PATIENCE = 5_000;
/** A page keeps what it has not yet when a browser closes it; an app that ends tells it nothing by itself. */
const LEAVE = "void dispatchEvent(new Event('pagehide'))";

/** Dialogs and what is only looked at keep nothing. */
const keeps = (name: string): boolean => !name.startsWith('host.') && !isReading(name);

/** Sees that what was written in the page is kept before the app ends, whichever way it does. */
export class LastWords {
  readonly #window: () => BrowserWindow | undefined;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(window: () => BrowserWindow | undefined) {
    this.#window = window;
  }

  /** Every answer to the page goes through here. */
  async answer<T>(name: string, answering: Promise<T>): Promise<T> {
    if (!keeps(name)) return answering;
    this.#underWay.add(answering);
    try {
      return await answering;
    } finally {
      this.#underWay.delete(answering);
    }
  }

  /**
   * Has the page send what it has not kept yet, and waits until all that was to be kept is: of a page that died, too, which
   * says nothing more. Never rejects.
   */
  async heard(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, PATIENCE, 'late')));
    const page = this.#window()?.webContents;
    const asked = page && !page.isCrashed() ? page.executeJavaScript(LEAVE).catch(() => {}) : undefined;
    let said = await Promise.race([asked, late]);
    while (said !== 'late' && this.#underWay.size > 0)
      said = await Promise.race([Promise.allSettled(this.#underWay), late]);
    clearTimeout(timer);
  }
}
