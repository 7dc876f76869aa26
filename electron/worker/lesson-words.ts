import type { Lesson } from '../contract/lesson.ts';

/** What a job was told of its lesson while it runs. */
export class LessonWords {
  #lesson: Lesson | undefined;
  #nexts = 0;
  #listeners: (() => void)[] = [];

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
    for (const listener of this.#listeners.splice(0)) listener();
  }

  /** Resolves when anything is said to the job, or after so many milliseconds. */
  heard(atMost?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = atMost === undefined ? undefined : setTimeout(resolve, atMost);
      this.#listeners.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
