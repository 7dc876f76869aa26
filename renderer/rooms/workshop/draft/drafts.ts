import type { Corpus } from '../../../../electron/contract/corpus.ts';
import { partialHyperparametersSchema } from '../../../../electron/contract/hyperparameters.ts';
import { presetNames } from '../../../../electron/advice/presets.ts';
import { Draft, type DraftNotes } from './draft.svelte.ts';

const KEY = 'aesop.drafts';
const drafts = new Map<string, Draft>();

function readNotes(): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

function notesOf(corpus: string): DraftNotes | undefined {
  const { start, base, changes } = (readNotes()[corpus] ?? {}) as Record<string, unknown>;
  const known = ['proposed', ...presetNames] as const;
  const found = known.find((one) => one === start);
  const parsed = partialHyperparametersSchema.safeParse(changes);
  const model = typeof base === 'string' ? base : undefined;
  return found && parsed.success ? { start: found, base: model, changes: parsed.data } : undefined;
}

/** The one draft of a text; it outlives leaving the room, and a reload. */
export function draftOf(corpus: Corpus): Draft {
  let draft = drafts.get(corpus.id);
  if (!draft) drafts.set(corpus.id, (draft = Draft.open(corpus, notesOf(corpus.id))));
  return draft;
}

/** Keeps what was changed for the next page of this window. */
export function keepDraft(corpus: string, notes: DraftNotes): void {
  sessionStorage.setItem(KEY, JSON.stringify({ ...readNotes(), [corpus]: notes }));
}
