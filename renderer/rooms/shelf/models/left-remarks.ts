import { dropUnsent, holdUnsent, unsentAt } from '../../../lib/unsent.ts';

/** What stands in the fields of a card, as it was typed. */
export interface Typed {
  readonly note: string;
  readonly tags: string;
}

const placeOf = (model: string) => `remarks.${model}`;
const written = ({ note, tags }: Typed) => JSON.stringify({ note, tags });

/** What was typed on a model and is not kept yet: it is sent once its card is open again, also after a reload. */
export function leftAt(model: string): Typed | undefined {
  try {
    const { note, tags } = JSON.parse(unsentAt(placeOf(model)) ?? '{}') as Partial<Record<string, unknown>>;
    return typeof note === 'string' && typeof tags === 'string' ? { note, tags } : undefined;
  } catch {
    return undefined;
  }
}

export const leave = (model: string, typed: Typed): void => holdUnsent(placeOf(model), written(typed));

/** These were kept; what was typed since then stays. */
export const settle = (model: string, typed: Typed): void => dropUnsent(placeOf(model), written(typed));
