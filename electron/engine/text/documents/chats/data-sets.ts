import { isObject } from '../tables/object-rows.ts';
import type { ChatExport } from './chat-export.ts';
import { fieldOf, saidIn } from './fields.ts';

/** What data sets call who speaks; system texts and what tools answer are said by nobody. */
const USER = ['user', 'human', 'prompter'];
const ASSISTANT = ['assistant', 'gpt', 'chatgpt', 'model', 'bot', 'bard', 'bing'];
/** Lists of messages in a conversation, of two answers the one that was liked. */
const LISTS = ['messages', 'conversations', 'conversation', 'contents', 'chosen'];
const SPEAKS = ['role', 'from'];
const SAID = ['content', 'value', 'parts', 'text'];
/** What is asked, what it is asked about, what is answered. */
const PAIRS: readonly (readonly [asked: string, about: string | undefined, answered: string])[] = [
  ['instruction', 'input', 'output'],
  ['instruction', 'context', 'response'],
  ['prompt', undefined, 'completion'],
  ['prompt', undefined, 'response'],
  ['prompt', undefined, 'chosen'],
  ['question', undefined, 'answer'],
  ['question', undefined, 'response'],
];
/** So long is a pair beside any other text of its row: beside a story, a question and its answer are only about it. */
const LEAST_SHARE = 0.5;

interface Turn {
  readonly role: string;
  readonly said: string;
  /** such a row is a conversation beyond doubt */
  readonly isSure?: true;
}

const firstIn = (value: Record<string, unknown>, names: readonly string[]): unknown =>
  names.map((name) => value[name]).find((field) => field !== undefined && field !== null);

function turnOf(message: unknown): Turn | undefined {
  if (!isObject(message)) return undefined;
  const role = firstIn(message, SPEAKS);
  const said = firstIn(message, SAID);
  return typeof role === 'string' && said !== undefined ? { role, said: saidIn(said, '\n'), isSure: true } : undefined;
}

function turnsOf(list: unknown): Turn[] {
  const turns = (Array.isArray(list) ? list : []).map(turnOf).filter((turn) => turn !== undefined);
  return turns.some(({ role }) => USER.includes(role) || ASSISTANT.includes(role)) ? turns : [];
}

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.trim().length : 0);

/** Whether a pair is what a row is about: of its other texts only one that repeats both is longer. */
function isMost(row: Record<string, unknown>, asked: string, answered: string): boolean {
  const others = Object.values(row).filter(
    (value) => !(String(value).includes(asked) && String(value).includes(answered)),
  );
  return asked.length + answered.length >= LEAST_SHARE * Math.max(0, ...others.map(lengthOf));
}

function pairOf(row: Record<string, unknown>): Turn[] {
  for (const [asks, about, answers] of PAIRS) {
    const [asked, answered] = [fieldOf(row, asks), fieldOf(row, answers)];
    if (typeof asked !== 'string' || typeof answered !== 'string' || !asked.trim() || !answered.trim()) continue;
    const further = about === undefined ? undefined : fieldOf(row, about);
    return [
      {
        role: USER[0],
        said: typeof further === 'string' && further.trim() ? `${asked}\n${further}` : asked,
        ...(isMost(row, asked, answered) && { isSure: true }),
      },
      { role: ASSISTANT[0], said: answered },
    ];
  }
  return [];
}

/** What is said in a row of a data set; the row itself where that is no conversation, to be counted. */
function saidOf(row: unknown): readonly unknown[] {
  if (!isObject(row)) return [row];
  const turns = LISTS.map((name) => turnsOf(row[name])).find((each) => each.length > 0) ?? pairOf(row);
  return turns.length > 0 ? turns : [row];
}

const kind = (roles: readonly string[], name: string) => Object.fromEntries(roles.map((role) => [role, name]));

const AS_TURNS = {
  program: 'dataset',
  author: ['role'],
  when: [],
  between: '\n',
  only: { role: [...USER, ...ASSISTANT] },
  called: { ...kind(USER, 'User'), ...kind(ASSISTANT, 'Assistant') },
} as const;

/** Conversations that were gathered to train a model of: OpenAI's form, ShareGPT's, Alpaca's. Each is a text of its own. */
export const DATA_SET: ChatExport = {
  ...AS_TURNS,
  lists: ['', '[]', 'data[]', 'train[]'],
  has: ['role', 'said', 'isSure'],
  said: ['said'],
  messagesOf: saidOf,
  isParted: true,
};

/** A single one, as the list of its messages. */
export const ONE_TALK: ChatExport = { ...AS_TURNS, lists: ['[]'], has: ['role', 'content'], said: ['content'] };
