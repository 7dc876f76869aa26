import type { BrowserWindow } from 'electron';

/** Milliseconds that a note may take to be written; a page that hangs must not keep the window open for ever. */
const PATIENCE = 5_000;
/** A page keeps what it has not yet when a browser closes it; an app that ends tells it nothing by itself. */
const LEAVE = "void dispatchEvent(new Event('pagehide'))";

/** Sees that what was written in the page is kept before the app ends. */
export class LastWords {
  readonly #underWay = new Set<Promise<unknown>>();

  /** Every answer to the page goes through here. */
  async answer<T>(answering: Promise<T>): Promise<T> {
    this.#underWay.add(answering);
    try {
      return await answering;
    } finally {
      this.#underWay.delete(answering);
    }
  }

  /** Has the page send what it has not kept yet, and waits until all that it asked for is answered. Never rejects. */
  async heard(window: BrowserWindow | undefined): Promise<void> {
    if (!window || window.webContents.isCrashed()) return;
    const kept = async () => {
      await window.webContents.executeJavaScript(LEAVE);
      await Promise.allSettled(this.#underWay);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE)));
    await Promise.race([kept().catch(() => {}), late]);
    clearTimeout(timer);
  }
}
