import * as z from 'zod';
import type { SharedTexts } from '../messages/en/shared.ts';
import type { Amount, ArgumentsOf, KeyOf, Message, MessageValue, MessageValues } from '../messages/types.ts';
import { fewTexts, LONGEST, shownText } from './limits.ts';

export type { Amount, Message, MessageValue, MessageValues };

/** Names of the messages that page, terminal and desktop share: those that code other than theirs may name. */
export type SharedKey = KeyOf<SharedTexts>;

/** A message by its name and the values that its text asks for. */
export function message<Key extends SharedKey>(key: Key, ...values: ArgumentsOf<SharedTexts, Key>): Message {
  return { message: key, values: values[0] ?? {} };
}

/** Names one behind the other, in two halves: as one text, so many would lose its middle where they are said. */
export function listed(names: readonly string[]): Message {
  const half = Math.ceil(names.length / 2);
  return message('phrases.listed', { first: names.slice(0, half).join(', '), rest: names.slice(half).join(', ') });
}

/** A share of 1: 98.1 % */
export const percent = (amount: number): Amount => ({ amount, as: 'percent' });
/** The same with one digit, as figures that are measured anew all the time: 19.7 %. */
export const share = (amount: number): Amount => ({ amount, as: 'share' });
/** Three or four telling digits: 0.0123, 4.72, 1,120. */
export const rounded = (amount: number): Amount => ({ amount, as: 'rounded' });
/** A measured figure, as the window shows it: 0.0213, 4.22, 68.3, 1,204. */
export const figure = (amount: number): Amount => ({ amount, as: 'figure' });
/** Bytes in GB with one digit: 15.6. */
export const gigabytes = (bytes: number): Amount => ({ amount: bytes / 1e9, as: 'tenths' });

const amountSchema = z.strictObject({
  amount: z.number(),
  as: z.enum(['percent', 'share', 'figure', 'rounded', 'tenths']),
});
const plainValueSchema = z.union([shownText(LONGEST.lines), z.number(), amountSchema]);

/** Before there were messages, an error held the name of a phrase. */
const oldPhraseSchema = z
  .strictObject({ phrase: z.string().max(LONGEST.word), values: fewTexts(plainValueSchema).default({}) })
  .transform(({ phrase, values }): Message => ({ message: `phrases.${phrase}`, values }));

function messageOver(value: z.ZodType<MessageValue>): z.ZodType<Message> {
  return z.strictObject({ message: z.string().max(2 * LONGEST.word), values: fewTexts(value).default({}) });
}
const partSchema = messageOver(z.union([plainValueSchema, messageOver(plainValueSchema)]));

/** What stands in for a placeholder, as it crosses a process border: a message in a message may hold a last one. */
export const messageValueSchema = z.union([plainValueSchema, partSchema, oldPhraseSchema]);

/** A message as it crosses a process border. */
export const messageSchema = messageOver(messageValueSchema);

/** A message, or a sentence that was written down in English before there were messages. */
export const saidSchema = z.union([shownText(LONGEST.sentence), messageSchema]);
export type Said = z.infer<typeof saidSchema>;
