import * as z from 'zod';
import { dateSchema, idSchema } from './common.ts';
import { versionOf } from './file-formats.ts';
import { fewTexts, LONGEST, shownText } from './limits.ts';
import { languages } from './languages.ts';
import { saidSchema } from './message.ts';
import { engineSchema } from './run.ts';

/** What the doctor looks at, in the order they depend on each other. */
const CHECKS = [
  'workspace',
  'system',
  'processor',
  'memory',
  'tensorflow',
  'card',
  'driver',
  'cuda',
  'engine',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** One thing the doctor looked at. */
export const checkSchema = z.strictObject({
  name: z.enum(CHECKS),
  ok: z.boolean(),
  /** what was found */
  found: saidSchema,
  /** what to do about it; empty where it is well */
  fix: saidSchema,
});
export type Check = z.infer<typeof checkSchema>;

export const gpuSchema = z.strictObject({
  index: z.int(),
  uuid: z.string().max(LONGEST.word),
  name: shownText(LONGEST.sentence),
  /** bytes; 0 where the driver does not tell */
  memory: z.int(),
  /** bytes that nobody has taken, where the driver tells */
  free: z.int().optional(),
  driver: z.string().max(LONGEST.word),
  /** CUDA's compute capability, 8.9; drivers before 2022 do not tell it */
  capability: z.number().optional(),
});
export type Gpu = z.infer<typeof gpuSchema>;

export const engineVariantSchema = z.enum(['cpu', 'gpu']);
export type EngineVariant = z.infer<typeof engineVariantSchema>;

/** A better engine that can be brought to this machine, where a person wants it. */
export const engineOfferSchema = z.strictObject({
  variant: engineVariantSchema,
  /** bytes to download; bytes of disk that it takes on the way */
  download: z.int(),
  disk: z.int(),
});
export type EngineOffer = z.infer<typeof engineOfferSchema>;

/** What computes here, and why not something better. */
export const machineSchema = z.strictObject({
  engine: engineSchema,
  /** what to install for the better engine; empty where there is none */
  install: saidSchema,
  /** the best first */
  offers: z.array(engineOfferSchema).max(2),
  /** whether the engine was brought here, and may be removed again */
  brought: z.boolean(),
  checks: z.array(checkSchema).max(100),
  gpus: z.array(gpuSchema).max(1000),
  /** the one of them that computes; absent where the processor does */
  card: gpuSchema.optional(),
  cores: z.int(),
  /** bytes */
  memory: z.int(),
  freeMemory: z.int(),
  /** where the workspace lies; absent where the system does not tell */
  freeDisk: z.int().optional(),
  versions: fewTexts(z.string().max(LONGEST.word)),
  /** a measured small step (2 layers of 128 units, batch 16, 16 symbols) on each engine; words told per second */
  measured: z
    .strictObject({
      stepMilliseconds: z.strictObject({ tensorflow: z.number().optional(), portable: z.number() }),
      symbolsPerSecond: z.number(),
    })
    .optional(),
});
export type Machine = z.infer<typeof machineSchema>;

/** Folders of the studio, for showing only. */
export const foldersSchema = z.strictObject({ workspace: z.string(), log: z.string() });

/** What was deleted and can still come back. */
export const trashSchema = z.strictObject({
  items: z.int(),
  bytes: z.int(),
  /** ISO 8601 of the deletion that is longest ago; null where there is nothing */
  oldest: z.string().nullable(),
});
export type Trash = z.infer<typeof trashSchema>;

/** What can be deleted and brought back, by the noun of its verbs and of its folder. */
export const deletableKinds = ['corpora', 'runs', 'models', 'stories', 'passages', 'booklets'] as const;
export type DeletableKind = (typeof deletableKinds)[number];

export const deletedSchema = z.strictObject({
  kind: z.enum(deletableKinds),
  id: idSchema,
  /** empty where it could not be read */
  name: z.string(),
  deletedAt: dateSchema,
});
export type Deleted = z.infer<typeof deletedSchema>;

/** The newest of what was deleted, and how much more there is. */
export const deletedThingsSchema = z.strictObject({ things: z.array(deletedSchema), more: z.int() });
export type DeletedThings = z.infer<typeof deletedThingsSchema>;

/** A Python package index, such as a mirror nearby; '' leaves it to the environment and to pip's configuration. */
const packageIndexSchema = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(LONGEST.name)]);

const settingsFields = {
  language: z.enum(['system', ...languages]),
  appearance: z.enum(['system', 'light', 'dark']),
  /** `auto`, or one engine on purpose */
  engine: z.enum(['auto', 'cpu', 'portable']),
  /** shade words by surprise */
  shading: z.boolean(),
  /** mark spans copied from the corpus */
  copied: z.boolean(),
  /** show capitals after full stops */
  capitals: z.boolean(),
  notifications: z.boolean(),
  /** the Workshop shows every setting of a new training, not the three plain choices */
  allSettings: z.boolean(),
  /** steps of a network that is being set up are timed, not its time only calculated */
  timeSteps: z.boolean(),
  /** type size of stories, CSS pixels */
  storySize: z.int().min(15).max(24),
  /** no motion, whatever the system prefers */
  lessMotion: z.boolean(),
  packageIndex: packageIndexSchema,
};

/** Some settings to change; made without defaults, which would set the others back. */
export const settingsChangeSchema = z.strictObject(settingsFields).partial();

/** settings.json */
export const settingsSchema = z.strictObject({
  version: z.literal(versionOf('settings')),
  language: settingsFields.language.default('system'),
  appearance: settingsFields.appearance.default('system'),
  engine: settingsFields.engine.default('auto'),
  shading: settingsFields.shading.default(true),
  copied: settingsFields.copied.default(false),
  capitals: settingsFields.capitals.default(false),
  notifications: settingsFields.notifications.default(true),
  allSettings: settingsFields.allSettings.default(false),
  timeSteps: settingsFields.timeSteps.default(true),
  storySize: settingsFields.storySize.default(18),
  lessMotion: settingsFields.lessMotion.default(false),
  packageIndex: settingsFields.packageIndex.default(''),
});
export type Settings = z.infer<typeof settingsSchema>;
export const defaultSettings: Settings = settingsSchema.parse({ version: versionOf('settings') });

export const logLineSchema = z.strictObject({
  time: z.string().max(LONGEST.word),
  level: z.enum(['info', 'warning', 'error']),
  source: shownText(LONGEST.name),
  text: shownText(2 * LONGEST.lines),
});
export type LogLine = z.infer<typeof logLineSchema>;
