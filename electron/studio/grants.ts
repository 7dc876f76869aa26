import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { AesopError } from '../contract/errors.ts';

interface Grant {
  path: string;
  /** as a person knows it, where the path does not say */
  name: string;
  kind: 'source' | 'target' | 'made';
}

/** Handles in place of paths: a page only ever names files that the trusted side gave it. */
export class Grants {
  readonly #grants = new Map<string, Grant>();

  #add(path: string, kind: Grant['kind'], name = basename(path)): string {
    const token = `file_${randomBytes(18).toString('hex')}`;
    this.#grants.set(token, { path, name, kind });
    return token;
  }

  #get(token: string, kind: Grant['kind']): Grant {
    const grant = this.#grants.get(token);
    if (!grant || grant.kind !== kind) throw new AesopError('file-not-granted');
    return grant;
  }

  /** A file or folder that may be read: a choice in a dialog, a drop, an upload. */
  grant(path: string, name?: string): string {
    return this.#add(path, 'source', name);
  }

  /** A place that may be written: a choice where to save. */
  grantTarget(path: string): string {
    return this.#add(path, 'target');
  }

  /** A file that the studio made for the page to take away. */
  grantMade(path: string): string {
    return this.#add(path, 'made');
  }

  /** @throws AesopError `file-not-granted` unless it may be read */
  source(token: string): { path: string; name: string } {
    return this.#get(token, 'source');
  }

  /** @throws AesopError `file-not-granted` unless it may be written */
  target(token: string): string {
    return this.#get(token, 'target').path;
  }

  /** @throws AesopError `file-not-granted` unless the studio made it to be taken away */
  made(token: string): string {
    return this.#get(token, 'made').path;
  }
}
