/** What somebody has to free. */
export interface Disposable {
  dispose(): void;
}

const isPlain = (value: object): boolean => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;

/** Which tensors go when a piece of work ends: see `Arithmetic.scoped`. */
export class Scopes {
  private readonly open: Set<Disposable>[] = [];

  /** Notes what the innermost work has made. */
  add(made: Disposable): void {
    this.open.at(-1)?.add(made);
  }

  scoped<T>(work: () => T): T {
    const made = new Set<Disposable>();
    this.open.push(made);
    try {
      const result = work();
      this.open.pop();
      this.take(result, made);
      return result;
    } catch (error) {
      this.open.pop();
      throw error;
    } finally {
      made.forEach((each) => each.dispose());
    }
  }

  /** Leaves what a result holds to the work around. */
  private take(value: unknown, made: Set<Disposable>): void {
    if (typeof value !== 'object' || value === null) return;
    if (made.delete(value as Disposable)) this.add(value as Disposable);
    else if (isPlain(value)) for (const part of Object.values(value)) this.take(part, made);
  }
}
