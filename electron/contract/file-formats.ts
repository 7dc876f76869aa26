import * as z from 'zod';
import { AesopError } from './errors.ts';
import { storySchema, summaryOf } from './story.ts';

/** Makes of what one version of a file holds what the next one holds; the version itself is counted on for it. */
export type Upgrade = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Since version 3 every telling is a story, and a star says that it was kept: until then only kept ones were written. */
const dated: Upgrade = (old) => ({ ...old, toldAt: old.keptAt });

/** Since version 2 a story's file begins with its summary, and its symbols are packed; 1 had every symbol spelt out. */
const summarized: Upgrade = ({ version: _, ...old }) => {
  const { toldAt, ...story } = storySchema.parse(dated(old));
  const { length, excerpt } = summaryOf({ ...story, toldAt });
  return { ...story, length, excerpt };
};

/** Since version 4 min-p is told: until then there was none. */
const withoutMinP: Upgrade = ({ sampling, ...old }) => ({
  ...old,
  // the head of a file, which is read alone for a list, has none
  ...(typeof sampling === 'object' && { sampling: { ...sampling, minP: 0 } }),
});

/** Since version 2 a text says what it was before it was prepared: until then nothing was done to any. */
const unprepared: Upgrade = (old) => ({
  ...old,
  document: { kind: 'text' },
  source: { characters: old.characters, lines: old.lines, sha256: old.sha256 },
});
/** Since version 3 a text may be made of several files, which it then names: until then every one was of one. */
const ofOneFile: Upgrade = (old) => old;
/** Since version 4 each of several files says what was found in it: until then only the names of the steps that were done. */
const unfound: Upgrade = ({ sources, ...old }) => {
  if (!Array.isArray(sources)) return old;
  const figures = { sure: true, places: 0, characters: 0, share: 0, examples: [] };
  const found = ({ done, ...source }: { done: readonly string[] }) => ({
    ...source,
    preparation: done.map((step) => ({ step, done: true, ...figures })),
  });
  return { ...old, sources: sources.map(found) };
};
/** Since version 5 each table among several files names its columns: until then only which of them was taken. */
const unnamedColumns: Upgrade = (old) => ({ ...old });
/**
 * Since version 6 each table among several files names its format, and notes of authors and outputs of code may be told of:
 * until then the format was not kept, and neither was looked for.
 */
const unnamedFormats: Upgrade = (old) => ({ ...old });
/** Since version 2 the cut is told: version 1 knew only the first. */
const firstCut: Upgrade = (old) => ({ ...old, cut: 1 });

/** Since this version bits per character may be told, and what they are counted by: what came before goes without. */
const uncounted: Upgrade = (old) => ({ ...old });

/** Since version 4 a run may be followed by a class, with contexts pinned: until then none was. */
const unfollowed: Upgrade = (old) => ({ ...old });

/** Since run version 5 and card version 6 it may have learnt on from a base model: until then all began with chance. */
const baseless: Upgrade = (old) => ({ ...old });

/** Since version 6 a run may say what its steps took before the first: until then none were timed. */
const untimed: Upgrade = (old) => ({ ...old });

/** Since version 2 whole steps are timed beside those that an engine is chosen by. */
const onlyTried: Upgrade = (old) => ({ ...old, timed: [] });

/** Since version 3 a model may have a note and tags of its owner's: until then none had. */
const unremarked: Upgrade = (old) => ({ ...old });

/** Since version 4 a model may be out of another program's file: until then every one told of its training. */
const native: Upgrade = (old) => ({ ...old });

/** Since version 5 a model's figures may be those of many places of a long text: until then they were those of all. */
const wholly: Upgrade = (old) => ({ ...old });

/**
 * Every JSON file that carries a version, with an upgrade for each version that was, the first one from 1 to 2: a change of
 * a file's form is an entry here, and what earlier Aesops wrote goes on being read. Files change only where they are written
 * anyway, then to the newest form.
 */
const UPGRADES = {
  /** aesop-workspace.json */
  workspace: [],
  settings: [],
  /** samples.json */
  samples: [],
  /** .aesop-move.json */
  move: [],
  corpus: [unprepared, ofOneFile, unfound, unnamedColumns, unnamedFormats],
  run: [firstCut, uncounted, unfollowed, baseless, untimed],
  card: [uncounted, unremarked, native, wholly, baseless],
  vocabulary: [firstCut, uncounted],
  /** state.json of a checkpoint */
  checkpoint: [uncounted],
  story: [summarized, dated, withoutMinP],
  passage: [],
  booklet: [],
  /** draft.json */
  draft: [],
  /** .cache/step-times.json */
  stepTimes: [onlyTried],
  /** .cache/stories.json */
  stories: [],
  /** .cache/booklets.json */
  booklets: [],
} as const satisfies Record<string, readonly Upgrade[]>;
export type FileFormat = keyof typeof UPGRADES;

/** The version in which a file is written today, the newest that is read. */
export const versionOf = (format: FileFormat): number => UPGRADES[format].length + 1;

/**
 * Upgrades what a file holds, one version after the other. What has no version that ever was is left as it is: the schema
 * of the file refuses it.
 * @param file its name or path, for errors
 * @throws AesopError `model-newer` for a version of a later Aesop; what an upgrade throws at what it cannot make sense of
 */
export function applyUpgrades(value: unknown, upgrades: readonly Upgrade[], file: string): unknown {
  const known = upgrades.length + 1;
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version !== 'number') return value;
  if (version > known) throw new AesopError('model-newer', { file, version, known });
  if (!Number.isInteger(version) || version < 1) return value;
  let current = value as Record<string, unknown>;
  for (let from = version; from < known; from++) current = { ...upgrades[from - 1](current), version: from + 1 };
  return current;
}

/**
 * What a file of a format says, in today's form.
 * @param schema of today's form
 * @param file its name or path, for errors
 * @throws AesopError `model-newer` for a version of a later Aesop
 */
export function parseFile<T>(
  value: unknown,
  format: FileFormat,
  schema: z.ZodType<T>,
  file: string,
): z.ZodSafeParseResult<T> {
  try {
    return schema.safeParse(applyUpgrades(value, UPGRADES[format], file));
  } catch (thrown) {
    if (thrown instanceof AesopError) throw thrown;
    const unfit = { code: 'custom' as const, path: [], message: String(thrown), input: value };
    const error = new z.ZodError(thrown instanceof z.ZodError ? thrown.issues : [unfit]);
    return { success: false, error: error as z.ZodError<T> };
  }
}
