// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { proposeHyperparameters } from '../../../../electron/advice/propose.ts';
import type { Report } from '../../../../electron/contract/run.ts';
import { corpora } from '../../../renderer/fixtures/corpora.ts';
import { models, report, reports, runs, samples } from '../../../renderer/fixtures/runs.ts';
import { writtenReport, type Given } from './leaving-run.ts';

async function opened(given: Given = {}): Promise<{ text: string; page: Document }> {
  const text = readFileSync(await writtenReport(given), 'utf8');
  return { text, page: new DOMParser().parseFromString(text, 'text/html') };
}
const texts = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());

/** Corners of a curve, in its drawing's own measures. */
const corners = (page: Document, selector: string) =>
  [
    ...page
      .querySelector(selector)!
      .getAttribute('d')!
      .matchAll(/([\d.]+) ([\d.]+)/g),
  ].map(([, x, y]) => [+x, +y]);

test('tells what the card, the run and the verdict say', async () => {
  const { page } = await opened();
  expect(page.documentElement.lang).toBe('en');
  expect(texts(page, 'h1')).toEqual(['Shakespeare, 2×400']);
  expect(texts(page, '.verdict')).toEqual([
    'Done. On text it never saw, its perplexity is 68.0 at best, after step 12,000.',
  ]);
  expect(texts(page, 'header dd').join(' · ')).toMatch(
    /^“.*Shakespeare.*”, [\d,]+ symbols · 21 November 2026 .* · 12 min 51 s for 12,400 steps · TensorFlow 2\.21\.0 on CPU, 8 threads · 1×256, 5,824,000 weights over 8,000 symbols$/,
  );
  expect(texts(page, '.measures td')).toEqual(['3.60', '4.29', '36.6', '73.1', '1.21', '1.46', '24.6 %', '17.7 %']);
  const best = { step: 6000, validationLoss: 4.29 };
  const { page: early } = await opened({ run: { best } });
  expect(texts(early, '.measures td').at(-1)).toBe(`${(100 * report(6000).validationAccuracy!).toFixed(1)} %`);
  expect(texts(page, '.measures th .help')[0]).toMatch(/^How far the predictions are off/);
});

test('speaks the language that was asked for, to the last word', async () => {
  const { page } = await opened({ language: 'zh' });
  expect(page.documentElement.lang).toBe('zh-Hans');
  expect(texts(page, 'h2')).toEqual(['学得如何', '曲线', '预测', '故事', '设置']);
  const { page: pseudo } = await opened({ language: 'en-XA', card: { name: '–' } });
  for (const own of pseudo.querySelectorAll('style, [translate=no], .num, svg, dd, td:nth-child(2)')) own.remove();
  expect(pseudo.body.textContent.replace(/Aesop|TensorFlow/g, '')).not.toMatch(/\b[a-z]{4,}\b/);
});

test('says of a base model what that had learnt from, as far as it is known', async () => {
  const base = {
    id: 'mice-1',
    name: 'Mice',
    texts: ['A fable', 'An owl'].map((name) => ({ name, sha256: 'f'.repeat(64) })),
  };
  const said = async (more: object, language: 'en' | 'zh' = 'en') => {
    const { page } = await opened({ card: { base: { ...base, ...more } }, language });
    return texts(page, 'header dd')[1];
  };
  expect(await said({})).toBe('“Mice”, which had learnt from “A fable”, “An owl”');
  expect(await said({ more: true })).toBe(
    '“Mice”, which had learnt from “A fable”, “An owl” and from others that are not known',
  );
  expect(await said({ texts: [], more: true })).toBe('“Mice”; what that had learnt from is not known');
  expect(await said({ more: true }, 'zh')).toBe('“Mice”，学自《A fable》、《An owl》，以及其他不详的文本');
});

test('says where figures are those of many places, not of all', async () => {
  const { page: whole } = await opened();
  expect(texts(whole, 'section .help')[0]).toBe('Measured with the finished model, from beginning to end.');
  const { page } = await opened({ card: { metrics: { ...models[2].metrics, sampled: 300_000 } } });
  expect(texts(page, 'section .help')[0]).toBe(
    'Measured with the finished model at 300,000 places, evenly spread over the text.',
  );
});

test('what people wrote is text, whatever it looks like', async () => {
  const wicked = '</title><script>alert(1)</script> "quoted" \'x\' & <b> 🦊 \u202eשועל';
  const [sample] = samples;
  const { page } = await opened({
    card: { name: wicked, corpus: { name: wicked, sha256: '0'.repeat(64), symbols: 9, language: 'en"><i>' } },
    samples: [
      {
        ...sample,
        prompt: wicked,
        story: `${wicked}\u0000\ud800`,
        predictions: [{ context: [wicked], predicted: wicked, expected: '<script>', probability: 0.5 }],
        pinned: [{ text: wicked, right: { symbol: wicked, chance: 0.25, rank: 1 }, top: [] }],
      },
    ],
  });
  expect(page.querySelectorAll('script, title b, i, bdi b')).toHaveLength(0);
  expect(texts(page, 'h1')).toEqual([wicked]);
  expect(page.title).toBe(`${wicked} · training report`);
  expect(texts(page, '.story')).toEqual([`${wicked}${wicked}\ufffd\ufffd`]);
  expect(texts(page, '.story b')).toEqual([wicked]);
  expect(texts(page, 'bdi').filter((own) => own === wicked)).toHaveLength(4);
});

test('nothing may run in it or be fetched, and its one style is let in', async () => {
  const { page, text } = await opened();
  const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content')!;
  expect(policy).toMatch(/^default-src 'none'; script-src 'none'; style-src 'sha256-[\w+/=]+'; /);
  expect(page.querySelectorAll('script, link, img, iframe, object, form, [style], [onclick]')).toHaveLength(0);
  expect(text).not.toMatch(/(?:src|href)=|@import|url\((?!["']?data:)/);
  const style = page.querySelector('style')!.textContent;
  expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
  expect(style).toMatch(/@media screen and \(prefers-color-scheme: dark\) \{ :root \{[^}]*--sheet: ?#201e1b/);
});

test('curves are drawn with their marks, and said in words and in figures', async () => {
  const { page } = await opened();
  const [loss, , accuracy] = page.querySelectorAll('figure svg[role=img]');
  const [title, description] = loss.getAttribute('aria-labelledby')!.split(' ');
  expect(page.getElementById(title)!.textContent).toBe('Loss and perplexity by step');
  expect(page.getElementById(description)!.textContent).toMatch(
    /^Training goes from .* at step 0 to 4\.\d+ at step 12,400\. .*Validation goes from /,
  );
  expect(accuracy.querySelectorAll('path.validation')).toHaveLength(1);
  expect(texts(page, 'figure:nth-of-type(1) svg.of-720 .story-number')).toEqual(['1', '2', '3', '4']);
  // each number of a story has a ring, so that it is not read as a figure of the axis of steps above which it stands
  expect(page.querySelectorAll('figure:nth-of-type(1) svg.of-720 rect.story-mark')).toHaveLength(4);
  expect(texts(page, 'figure:nth-of-type(1) svg.of-720 .axis')).toEqual(['Loss', 'Perplexity', 'Step']);
  expect(texts(page, 'figure:nth-of-type(2) svg.of-280 .axis')).toEqual(['Accuracy', 'Step']);
  const points = corners(page, 'svg.of-720 path.training');
  const steps = points.map(([x]) => x);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  const rows = texts(page, '.numbers tbody th');
  expect(rows[0]).toBe('0');
  expect(rows.at(-1)).toBe('12,400');
  expect(texts(page, '.numbers thead th')).toContain('Validation: Loss');
});

test('however many reports there are, no peak is lost and the page stays small', async () => {
  const peak = 77_777;
  function* many(): Generator<Report> {
    for (let step = 1; step <= 200_000; step++)
      yield { ...report(step, 200_000), ...(step === peak && { loss: 30, perplexity: null }) };
  }
  const told = Array.from({ length: 3000 }, (_, at) => ({ ...samples[3], step: 50 * (at + 1) }));
  const { page, text } = await opened({
    run: { step: 200_000, hyperparameters: { ...runs[0].hyperparameters, steps: 200_000 } },
    reports: many(),
    samples: told,
  });
  expect(text.length).toBeLessThan(250_000);
  const points = corners(page, 'svg.of-720 path.training');
  const lowest = Math.min(...points.map(([, y]) => y));
  const [x] = points.find(([, y]) => y === lowest)!;
  const [first, last] = [points[0][0], points.at(-1)![0]];
  expect((x - first) / (last - first)).toBeCloseTo(peak / 200_000, 2);
  expect(lowest).toBeLessThan(40);
  expect(texts(page, '.stories h3')).toHaveLength(8);
  expect(texts(page, '.stories h3')[0]).toBe('Step 50');
  expect(texts(page, '.stories h3').at(-1)).toBe('Step 150,000');
  expect(texts(page, '#stories + .help')[0]).toContain('8 of 3,000 are shown');
});

test('a measure that was no number breaks its line, and a point that stands alone is a dot', async () => {
  const broken = reports.slice(0, 9).map((each, at) => ({ ...each, loss: at === 4 || at === 6 ? null : each.loss }));
  const { page } = await opened({ reports: broken, run: { step: 400, best: undefined } });
  expect(page.querySelectorAll('svg.of-720 path.training')).toHaveLength(3);
  expect(page.querySelectorAll('svg.of-720 circle.training')).toHaveLength(1);
});

test('a run that said nothing yet has a head and settings', async () => {
  const { page } = await opened({ reports: [], samples: [], run: { step: 0, status: 'paused', last: undefined } });
  expect(texts(page, 'h2')).toEqual(['What it can do', 'Settings']);
});

test('a model of an earlier step is marked in the curves', async () => {
  const { page } = await opened({ card: { step: 6200 } });
  expect(page.querySelector('header')!.textContent).toContain('of step 6,200; its run went on to step 12,400.');
  expect(page.querySelectorAll('figure > svg.of-720 .model-mark')).toHaveLength(2);
  expect((await opened()).page.querySelectorAll('.model-mark')).toHaveLength(0);
});

test('each setting stands with the reason that the Workshop gives, what is not usual in bold', async () => {
  const { hyperparameters } = proposeHyperparameters(corpora[1]);
  const given = { run: { hyperparameters: { ...hyperparameters, units: 77, layers: 2, dropout: 0 } } };
  const { page } = await opened(given);
  const row = (of: Document, label: string) =>
    [...of.querySelectorAll('.settings tbody tr:not(.group)')].find(
      (each) => each.firstElementChild!.textContent === label,
    )!;
  expect(row(page, 'Context').lastElementChild!.textContent).toMatch(/memory is carried through all of it/);
  expect(row(page, 'Units').querySelector('b')!.textContent).toBe('77');
  expect(row(page, 'Units').textContent).toContain('usually 256');
  expect(row(page, 'Dropout').querySelector('b')).toBeNull();
  expect(row(page, 'Dropout').lastElementChild!.textContent).toMatch(/^Without it, several layers begin to memorise/);
  expect(row(page, 'Window length')).toBeUndefined();
  const { page: without } = await opened({ ...given, textGone: true });
  expect(row(without, 'Context').lastElementChild!.textContent).toMatch(/^Window: a few symbols predict the next/);
});

test('pinned contexts stand with their chances at first and at last', async () => {
  const pinned = (chance: number) => [
    {
      text: 'chief enemy to the',
      right: { symbol: ' people', chance, rank: 2 },
      top: [{ symbol: ' king', chance: 0.4 }],
    },
  ];
  const [first, , , last] = samples;
  const { page } = await opened({
    samples: [
      { ...first, pinned: pinned(0.001) },
      { ...last, pinned: pinned(0.35) },
    ],
  });
  const cells = texts(page, '#predictions ~ h3 ~ .wide-table tbody td');
  expect(cells).toEqual(['chief enemy to the', 'people', '0.1 %', '35.0 %', 'king 40.0 %']);
});

test('what is stopped leaves no report', async () => {
  const stop = new AbortController();
  function* stopping(): Generator<Report> {
    yield report(0);
    stop.abort();
    yield report(50);
  }
  let place = '';
  const written = writtenReport({ reports: stopping(), signal: stop.signal }).then((path) => (place = path));
  await expect(written).rejects.toMatchObject({ name: 'AbortError' });
  expect(place === '' || !existsSync(join(dirname(place), 'report.html'))).toBe(true);
});
