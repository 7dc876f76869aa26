import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leaving } from '../engine/formats/leaving.ts';
import { CASES, HARD_CASES, probabilitiesBehindEach, worst } from './cases.ts';
import { bothTell, EXAMPLES } from './example.ts';
import type { Programs } from './program.ts';

const BOTH = [
  ...HARD_CASES.flatMap((settings) =>
    (['keras', 'h5'] as const).map((format) => ({ ...settings, format, old: false })),
  ),
  ...CASES.map((settings) => ({ ...settings, format: 'keras' as const, old: false })),
  ...CASES.filter(({ layers }) => layers === 2).flatMap((settings) =>
    [false, true].map((old) => ({ ...settings, format: 'h5' as const, old })),
  ),
];

/** Registers what Keras proves of its files. @param programs to be asked in tests alone */
export function opensInKeras(programs: () => Programs): void {
  describe('Keras loads the file and predicts the same', () => {
    test.each(BOTH)(
      '$format, Keras 2 $old: $input, $context, $layers layers, tied $tieWeights',
      async ({ format, old, ...settings }) => {
        const { small, place } = await leaving(programs().kernels, settings, format);
        const { size } = small.vocabulary;
        const rows = [
          [3, 0, size - 1, 7],
          [1, 5, 5, 2],
        ];
        const path = join(place, `model.${format}`);
        const kind = { one_hot: settings.input === 'one-hot' ? size : 0, number: settings.input === 'ordinal' };
        const { whole, layers } = await programs().python.ask<{ whole: never; layers: string[] }>({
          ask: 'keras',
          path,
          rows,
          old,
          ...kind,
        });
        const own = rows.map((ids) => probabilitiesBehindEach(small.model, ids));
        if (settings.context === 'window') {
          const behind = own.map((steps) => steps.at(-1)!);
          expect(worst(whole, behind)).toBeLessThan(1e-5);
        } else
          for (const [at, table] of own.entries()) expect(worst((whole as number[][][])[at], table)).toBeLessThan(1e-5);
        expect(layers.filter((layer) => layer === 'LSTM')).toHaveLength(settings.layers);
        small.model.dispose();
      },
    );
  });

  test.each(['keras', 'h5'] as const)(
    '%s of hard gates is refused by Keras 2, which would compute something else',
    async (format) => {
      const { small, place } = await leaving(programs().kernels, HARD_CASES[0], format);
      small.model.dispose();
      const path = join(place, `model.${format}`);
      const opened = programs().python.ask({
        ask: 'keras',
        path,
        rows: [[1, 2, 3, 4]],
        one_hot: 0,
        number: false,
        old: true,
      });
      await expect(opened).rejects.toThrow(/batch_shape/);
    },
  );

  describe.each(['keras', 'h5'] as const)('the example in the README of %s tells our greedy story', (format) => {
    test.each(EXAMPLES)('%o', async (settings) => {
      const { theirs, ours } = await bothTell(programs().kernels, programs().python, format, settings);
      expect(theirs).toBe(ours);
    });
  });
}
