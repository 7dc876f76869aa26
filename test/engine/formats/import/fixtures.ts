import { readFileSync } from 'node:fs';

/** A file that Keras itself wrote, small; `foreign_programs.py` of test/programs has it write such. */
export const foreignFixture = (file: string): Buffer =>
  readFileSync(new URL(`../../../fixtures/foreign/${file}`, import.meta.url));
