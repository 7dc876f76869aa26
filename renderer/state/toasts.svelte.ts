import { t } from './language.svelte.ts';

/** A short message at the foot of the window, with at most one thing to do about it. */
export interface Toast {
  readonly key: number;
  readonly text: string;
  /** `lapse` when the message goes without it */
  readonly action?: { readonly label: string; run(): void; lapse?(): void };
  /** its action takes back what it tells of */
  readonly undoes?: boolean;
}

const LIFE = 8000;
const MOST = 4;

class Toasts {
  #list = $state.raw<readonly Toast[]>([]);
  #key = 0;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  get list(): readonly Toast[] {
    return this.#list;
  }

  /** Shows a message for eight seconds; `hold` keeps it as long as it is pointed at or focused. */
  show(text: string, action?: Toast['action']): void {
    this.#show({ key: ++this.#key, text, action });
  }

  /** Shows a message of something that can be taken back. */
  showUndoable(text: string, run: () => void, lapse?: () => void): void {
    this.#show({ key: ++this.#key, text, action: { label: t('common.undo'), run, lapse }, undoes: true });
  }

  /** Takes back what was done last, as long as that is still offered. */
  undo(): void {
    const last = this.#list.findLast(({ undoes }) => undoes);
    if (last) this.act(last);
  }

  #show(toast: Toast): void {
    for (const old of this.#list.slice(0, -MOST + 1)) this.dismiss(old.key);
    this.#list = [...this.#list, toast];
    this.release(toast.key);
  }

  hold(key: number): void {
    clearTimeout(this.#timers.get(key));
  }

  release(key: number): void {
    this.hold(key);
    this.#timers.set(
      key,
      setTimeout(() => this.dismiss(key), LIFE),
    );
  }

  act(toast: Toast): void {
    this.#take(toast.key);
    toast.action?.run();
  }

  dismiss(key: number): void {
    const toast = this.#list.find((each) => each.key === key);
    this.#take(key);
    toast?.action?.lapse?.();
  }

  #take(key: number): void {
    this.hold(key);
    this.#timers.delete(key);
    this.#list = this.#list.filter((toast) => toast.key !== key);
  }
}

export const toasts = new Toasts();
