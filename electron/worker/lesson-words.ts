import type { Lesson } from '../contract/lesson.ts';

/** What a job was told of its lesson while it runs. */
export class LessonWords {
  #lesson: Lesson | undefined;
  #nexts = 0;
  readonly #listeners = new Set<() => void>();

  /** The newest; undefined until one was told. */
  get lesson(): Lesson | undefined {
    return this.#lesson;
  }

  /** How often the job was told to go on. */
  get nexts(): number {
    return this.#nexts;
  }

  teach(lesson: Lesson): void {
    this.#lesson = lesson;
    this.wake();
  }

  next(): void {
    this.#nexts++;
    this.wake();
  }

  /** Ends every `heard` under way. */
  wake(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Resolves when anything is said to the job, or after so many milliseconds. */
  heard(atMost?: number): Promise<void> {
    return new Promise((resolve) => {
      const heard = (): void => {
        clearTimeout(timer);
        this.#listeners.delete(heard);
        resolve();
      };
      const timer = atMost === undefined ? undefined : setTimeout(heard, atMost);
      this.#listeners.add(heard);
    });
  }
}
