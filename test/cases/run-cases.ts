import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AesopError } from '../../electron/contract/errors.ts';
import { asLearnt, asRead, judgeNames, type ReadText } from './answers.ts';
import { mistakes, REFUSED } from './compare.ts';
import { onceEach } from './once-each.ts';
import { LEARNT, MODELS, pathOf, TEXTS, type Cells, type Row } from './table.ts';

/**
 * A way into the program. What it cannot be asked, or only at a great price, is left out. What is refused throws an
 * AesopError with the code of the refusal.
 */
export interface Route {
  /** in the names of tests */
  readonly name: string;
  text(path: string): Promise<ReadText>;
  /** How the story opens that a model of a text tells from a prompt: all before its first told symbol. */
  opens?(path: string, prompt: string): Promise<string>;
  /** Words of a prompt that a model of a text does not know. */
  unknown?(path: string, prompt: string): Promise<readonly string[]>;
  /** Accuracy of a model of a text on another one. */
  accuracy?(path: string, other: string): Promise<number>;
  /** A story by a model of a text, all as proposed. */
  story?(path: string): Promise<string>;
}

/** What a model can be asked; the answer, or undefined where this way in cannot be asked that. */
const ASKS: Readonly<Record<string, (route: Route, row: Row) => (() => Promise<string>) | undefined>> = {
  opens: ({ opens }, { file, given }) => opens && (() => opens(pathOf(file), given)),
  knows: ({ unknown }, { file, given }) =>
    unknown && (async () => (await unknown(pathOf(file), given)).join(', ') || 'all'),
  evaluates: ({ accuracy }, { file, given }) =>
    accuracy &&
    (async () => {
      const [own, other] = [await accuracy(pathOf(file), pathOf(file)), await accuracy(pathOf(file), pathOf(given))];
      return own === other ? 'as its own text' : 'as another text';
    }),
  'makes up names': ({ story }, { file }) =>
    story && (async () => judgeNames(await story(pathOf(file)), readFileSync(pathOf(file), 'utf8'))),
};

async function cellsOf(find: () => Promise<Cells>): Promise<Cells> {
  try {
    return await find();
  } catch (thrown) {
    if (thrown instanceof AesopError) return { [REFUSED]: thrown.code };
    throw thrown;
  }
}

/** Registers a test for every row that this way in can be asked. Each file is read once. */
export function runCases(route: Route): void {
  const expectRight = async ({ right, today, where }: Row, find: () => Promise<Cells>) => {
    const found = await cellsOf(find);
    const wrong = mistakes({ right, today: where.length && !where.includes(route.name) ? {} : today }, found);
    const report = Object.entries(wrong).map(
      ([cell, sentence]) => `${sentence}, all of it: ${JSON.stringify(found[cell])}`,
    );
    expect(wrong, report.join('\n')).toEqual({});
  };
  const read = onceEach((file) => route.text(pathOf(file)));
  for (const row of TEXTS)
    test(`${route.name}: ${row.name} as it reads`, () => expectRight(row, async () => asRead(await read(row.file))));
  for (const row of LEARNT)
    test(`${route.name}: ${row.name} as it is learnt`, () =>
      expectRight(row, async () => asLearnt(await read(row.file), row.right)));
  for (const row of MODELS) {
    const answer = ASKS[row.ask](route, row);
    if (!answer) continue;
    test(`${route.name}: a model of ${row.name}`, () => expectRight(row, async () => ({ answer: await answer() })));
  }
}
