import type { Booklet } from '../../electron/contract/booklet.ts';
import { CUT, type Corpus } from '../../electron/contract/corpus.ts';
import { versionOf } from '../../electron/contract/file-formats.ts';
import { defaultHyperparameters } from '../../electron/contract/hyperparameters.ts';
import type { Passage } from '../../electron/contract/passage.ts';
import type { Report, Run } from '../../electron/contract/run.ts';
import { samplingSchema, type Story } from '../../electron/contract/story.ts';

const SHA = '0'.repeat(64);
const DATE = '2026-11-23T12:00:00.000Z';

/** A corpus as corpus.json holds it. */
export function corpusNamed(id: string): Corpus {
  return {
    version: versionOf('corpus'),
    id,
    name: id,
    origin: 'file',
    bytes: 3,
    encoding: 'utf-8',
    replaced: 0,
    document: { kind: 'text' },
    source: { characters: 3, lines: 1, sha256: SHA },
    characters: 3,
    lines: 1,
    language: 'en',
    sha256: SHA,
    importedAt: DATE,
    statistics: {
      tokenizer: 'words',
      lowercase: false,
      cut: CUT,
      symbols: 2,
      distinct: 2,
      singletons: 2,
      sentenceLength: 2,
      top: [],
      coverage: [],
      zipf: [],
      repeats: [],
      ceilings: [],
    },
  };
}

/** A run as run.json holds it. */
export function runNamed(id: string, change: Partial<Run> = {}): Run {
  return {
    version: versionOf('run'),
    cut: CUT,
    id,
    name: id,
    corpus: { id: 'fable', name: 'Fable', sha256: SHA },
    hyperparameters: defaultHyperparameters(),
    status: 'queued',
    createdAt: DATE,
    step: 0,
    seconds: 0,
    ...change,
  };
}

export function storyNamed(id: string): Story {
  return {
    id,
    title: id,
    toldAt: DATE,
    keptAt: DATE,
    model: 'fable',
    prompt: 'a',
    sampling: samplingSchema.parse({}),
    symbols: [],
    text: 'a',
    symbolsPerSecond: 1,
  };
}

export function passageNamed(id: string): Passage {
  const where = { story: 'once', title: 'Once', model: 'fable', start: 0, length: 2 };
  return { version: versionOf('passage'), id, text: 'a cat', ...where, note: '', keptAt: DATE };
}

export function bookletNamed(id: string): Booklet {
  const told = { title: 'Once', model: 'fable', modelName: 'Fable', language: 'en' };
  const content = { title: id, author: '', line: '', notes: true, ownPages: false };
  const pieces = [{ key: 'piece1', heading: '', text: 'a cat', told }];
  return { version: versionOf('booklet'), id, ...content, pieces, madeAt: DATE, changedAt: DATE, revision: 1 };
}

export function reportAt(step: number, loss = 1 / step): Report {
  return {
    step,
    loss,
    accuracy: 0.5,
    perplexity: Math.exp(loss),
    learningRate: 0.001,
    gradientNorm: 1,
    symbolsPerSecond: 100,
    seconds: step,
    secondsLeft: 1,
    memory: 1,
  };
}
