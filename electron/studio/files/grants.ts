import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { AesopError } from '../../contract/errors.ts';

/** Removes the host's own copy of a file. A person's file is granted without: it is never touched. */
type Dispose = () => Promise<void>;

interface Grant {
  readonly path: string;
  /** as a person knows it, where the path does not say */
  readonly name: string;
  readonly kind: 'source' | 'target' | 'made';
  readonly dispose?: Dispose;
  /** how much work is under way on the file */
  users: number;
}

/** Files made to be fetched that nobody fetched: the oldest beyond go. */
const KEPT_MADE = 20;

/**
 * Handles in place of paths: a page only ever names files that the trusted side gave it. One that is released is known no
 * longer; where the file was the host's own copy it goes too, as soon as nothing works on it any more.
 */
export class Grants {
  readonly #grants = new Map<string, Grant>();

  #add(path: string, kind: Grant['kind'], { name = basename(path), dispose }: { name?: string; dispose?: Dispose }) {
    const token = `file_${randomBytes(18).toString('hex')}`;
    this.#grants.set(token, { path, name, kind, dispose, users: 0 });
    return token;
  }

  #get(token: string, kind: Grant['kind']): Grant {
    const grant = this.#grants.get(token);
    if (!grant || grant.kind !== kind) throw new AesopError('file-not-granted');
    return grant;
  }

  /** A file or folder that may be read: a choice in a dialog, a drop, an upload, which alone has a `dispose`. */
  grant(path: string, name?: string, dispose?: Dispose): string {
    return this.#add(path, 'source', { name, dispose });
  }

  /** A place that may be written: a choice where to save. */
  grantTarget(path: string): string {
    return this.#add(path, 'target', {});
  }

  /** A file that the studio made for the page to take away. */
  grantMade(path: string, dispose: Dispose): string {
    const token = this.#add(path, 'made', { dispose });
    const unfetched = [...this.#grants].filter(([, { kind, users }]) => kind === 'made' && users === 0);
    for (const [old] of unfetched.slice(0, -KEPT_MADE)) this.release(old);
    return token;
  }

  /** @throws AesopError `file-not-granted` unless it may be read */
  source(token: string): { path: string; name: string } {
    return this.#get(token, 'source');
  }

  /** @throws AesopError `file-not-granted` unless it may be written */
  target(token: string): string {
    return this.#get(token, 'target').path;
  }

  /**
   * Works on a file, which stays until the work has ended even where it is released meanwhile.
   * @param kind whether it is to be read, or to be taken away
   * @throws AesopError `file-not-granted` unless it may be, and what the work throws
   */
  async use<T>(
    token: string,
    kind: 'source' | 'made',
    work: (file: { path: string; name: string }) => Promise<T>,
  ): Promise<T> {
    const grant = this.#get(token, kind);
    grant.users++;
    try {
      return await work(grant);
    } finally {
      grant.users--;
      if (this.#grants.get(token) !== grant) await this.#dispose(grant);
    }
  }

  /** Works on several files that are to be read, in their order. @throws AesopError as `use` */
  useAll<T>(tokens: readonly string[], work: (files: { path: string; name: string }[]) => Promise<T>): Promise<T> {
    const named = ({ path, name }: { path: string; name: string }) => ({ path, name });
    const all = async () => work(tokens.map((token) => named(this.source(token))));
    return tokens.reduceRight<() => Promise<T>>((inner, token) => () => this.use(token, 'source', inner), all)();
  }

  /** Whether something works on the file. */
  inUse(token: string): boolean {
    return (this.#grants.get(token)?.users ?? 0) > 0;
  }

  /** Ends a grant; one that is not known has ended already. */
  release(token: string): void {
    const grant = this.#grants.get(token);
    this.#grants.delete(token);
    if (grant) void this.#dispose(grant);
  }

  async #dispose({ users, dispose }: Grant): Promise<void> {
    // What cannot be removed goes with its folder, when the host ends.
    if (users === 0) await dispose?.().catch(() => {});
  }
}
