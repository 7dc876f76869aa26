import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Kernels } from '../../electron/engine/kernels/index.ts';
import { programsPython } from '../../build/setup/tests/programs.mjs';

/** A Python process of one script of this folder: one line of JSON asks, one line answers. */
export class Program {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  #said = '';

  constructor(script: string) {
    const path = fileURLToPath(new URL(script, import.meta.url));
    this.#child = spawn(programsPython(), [path], {
      stdio: 'pipe',
      env: { ...process.env, CUDA_VISIBLE_DEVICES: '', TF_CPP_MIN_LOG_LEVEL: '3', KERAS_BACKEND: 'tensorflow' },
    });
    this.#child.stderr!.on('data', (chunk) => (this.#said = `${this.#said}${chunk}`.slice(-4000)));
    this.#answers = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]();
  }

  /** @throws Error with what Python said, where it failed */
  async ask<T>(question: object): Promise<T> {
    this.#child.stdin!.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error(`Python ended: ${this.#said}`);
    const answer = JSON.parse(value) as { error?: string; answer?: T };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.answer as T;
  }

  close(): void {
    this.#child.stdin!.end();
  }
}

/** What the specs of a format work with. */
export interface Programs {
  readonly kernels: Kernels;
  readonly python: Program;
}
