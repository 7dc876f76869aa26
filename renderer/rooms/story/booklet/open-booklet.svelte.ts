import { requireRoom } from '../../../../electron/contract/booklet-room.ts';
import { toPlainError, type PlainError } from '../../../../electron/contract/errors.ts';
import { cutText, LONGEST } from '../../../../electron/contract/limits.ts';
import { contentOf, type Booklet, type BookletContent, type Piece } from '../../../../electron/contract/booklet.ts';
import { client } from '../../../lib/client.ts';
import { booklets, titleOfBooklet } from '../../../state/booklets.svelte.ts';
import { t } from '../../../state/language.svelte.ts';
import { route } from '../../../state/route.svelte.ts';
import { toasts } from '../../../state/toasts.svelte.ts';
import { trouble } from '../../../state/trouble.svelte.ts';

/** Milliseconds without a key after which what was written is saved, and after which what could not be is tried again. */
const PAUSE = 400;
const AGAIN = 5000;

const emptyContent = (): BookletContent => ({
  ...{ title: '', author: '', line: '', notes: true, ownPages: false },
  pieces: [],
});

/** The booklet that lies open, written down whenever the writing pauses. It stays while other rooms are open. */
class OpenBooklet {
  #id = $state<string>();
  #content = $state.raw<BookletContent>();
  #state = $state<'saved' | 'unsaved' | 'saving'>('saved');
  #error = $state.raw<PlainError>();
  #revision = 0;
  #changedAt = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;

  constructor() {
    globalThis.addEventListener?.('pagehide', () => void this.flush());
    client.on('booklets.changed', ({ booklet }) => {
      const elsewhere = booklet.id === this.#id && booklet.revision > this.#revision;
      if (elsewhere && this.#state === 'saved') void this.#read(booklet.id);
    });
  }

  get id(): string | undefined {
    return this.#id;
  }
  get content(): BookletContent | undefined {
    return this.#content;
  }
  /** with the time at which it was last saved */
  get dated(): (BookletContent & Pick<Booklet, 'changedAt'>) | undefined {
    return this.#content && { ...this.#content, changedAt: this.#changedAt };
  }
  get state(): 'saved' | 'unsaved' | 'saving' {
    return this.#state;
  }
  /** why it could not be opened or saved */
  get error(): PlainError | undefined {
    return this.#error;
  }

  /** Opens one; what was written in another is saved before. What cannot be saved is not left: it stays open, with its error. */
  async open(id: string): Promise<void> {
    if (id === this.#id) return;
    await this.flush();
    if (this.#id && this.#state === 'unsaved') {
      if (route.values.booklet === id) route.replace(undefined, { booklet: this.#id });
      return;
    }
    this.#id = id;
    this.#content = undefined;
    await this.#read(id);
  }

  async #read(id: string): Promise<void> {
    this.#error = undefined;
    try {
      const booklet = await booklets.read(id);
      if (id !== this.#id || this.#state !== 'saved') return;
      this.#saved(booklet);
      this.#content = contentOf(booklet);
    } catch (thrown) {
      if (id === this.#id && !this.#content) this.#id = undefined;
      this.#error = toPlainError(thrown);
    }
  }

  /** Begins a booklet. @returns its id */
  async create(pieces: Piece[] = []): Promise<string> {
    const made = await booklets.create({ ...emptyContent(), pieces });
    return made.id;
  }

  change(change: Partial<BookletContent>): void {
    if (!this.#content) return;
    this.#content = { ...this.#content, ...change };
    this.#state = 'unsaved';
    this.#later(PAUSE);
  }

  changePiece(key: string, change: Partial<Pick<Piece, 'heading' | 'text'>>): void {
    const pieces = this.#content?.pieces.map((piece) => (piece.key === key ? { ...piece, ...change } : piece));
    if (pieces) this.change({ pieces });
  }

  /** @returns whether it moved */
  move(from: number, to: number): boolean {
    const pieces = [...(this.#content?.pieces ?? [])];
    if (from === to || !pieces[from] || !pieces[to]) return false;
    pieces.splice(to, 0, ...pieces.splice(from, 1));
    this.change({ pieces });
    return true;
  }

  /** Takes a piece out. @returns what puts it back in its place */
  remove(key: string): () => void {
    const { pieces = [] } = this.#content ?? {};
    const [id, at] = [this.#id, pieces.findIndex((piece) => piece.key === key)];
    const piece = pieces[at];
    this.change({ pieces: pieces.filter((one) => one.key !== key) });
    return () => {
      if (id !== this.#id || !this.#content) return void trouble.guard(() => booklets.add(id!, [piece]));
      this.change({ pieces: this.#content.pieces.toSpliced(at, 0, piece) });
    };
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  /** Saves what is not saved yet. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#sending) await this.#sending;
    if (this.#state !== 'unsaved') return;
    this.#sending = this.#send().finally(() => (this.#sending = undefined));
    await this.#sending;
  }

  async #send(): Promise<void> {
    const [id, content] = [this.#id, this.#content];
    if (!id || !content) return;
    this.#state = 'saving';
    try {
      requireRoom(content.pieces);
      this.#saved(await booklets.write(id, this.#revision, content));
      this.#error = undefined;
    } catch (thrown) {
      await this.#failed(toPlainError(thrown), content);
    }
    const { state } = this as { state: string };
    if (state === 'saving') this.#state = 'saved';
    else this.#later(this.#error ? AGAIN : PAUSE);
  }

  #saved({ revision, changedAt }: Pick<Booklet, 'revision' | 'changedAt'>): void {
    this.#revision = revision;
    this.#changedAt = changedAt;
  }

  /** What cannot be written where it was becomes a booklet of its own; what cannot be written at all stays, and is tried again. */
  async #failed(error: PlainError, content: BookletContent): Promise<void> {
    this.#error = error;
    this.#state = 'unsaved';
    if (error.code !== 'booklet-changed' && error.code !== 'booklet-missing') return;
    try {
      const title = cutText(t('booklet.copyTitle', { title: titleOfBooklet(content) }), LONGEST.name);
      const copy = await booklets.create({ ...content, title });
      const here = this.#id;
      this.#id = copy.id;
      this.#saved(copy);
      if (this.#content === content) [this.#content, this.#state] = [contentOf(copy), 'saved'];
      this.#error = undefined;
      if (route.values.booklet === here) route.replace(undefined, { booklet: copy.id });
      toasts.show(t('booklet.becameCopy'));
    } catch (thrown) {
      this.#error = toPlainError(thrown);
    }
  }
}

export const openBooklet = new OpenBooklet();
