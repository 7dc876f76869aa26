import { isObject } from '../tables/object-rows.ts';
import type { ChatExport } from './chat-export.ts';
import { fieldOf } from './fields.ts';

const [USER, ASSISTANT] = ['User', 'Assistant'];
/** What those who talk are called; what a system or a tool says is no talk. */
const ROLES: Readonly<Record<string, string>> = {
  ...{ user: USER, human: USER, prompter: USER },
  ...{ assistant: ASSISTANT, gpt: ASSISTANT, chatgpt: ASSISTANT, bing: ASSISTANT, bard: ASSISTANT, model: ASSISTANT },
};
/** Where a conversation has its turns, as one that stands alone and as one of many. */
const TURNS = ['messages', 'conversations', 'conversation', 'turns'];
const LISTS = ['', '[]', 'data[]', 'train[]', 'conversations[]'];

const turnsBy = (role: string, said: string) => (conversation: unknown) => {
  const turns = TURNS.map((name) => fieldOf(conversation, name)).find(Array.isArray) ?? [];
  return turns.filter(isObject).flatMap((turn) => {
    const who = fieldOf(turn, role);
    return typeof who === 'string' ? [{ role: who.toLowerCase(), said: fieldOf(turn, said) }] : [];
  });
};

const talksOf = (program: ChatExport['program'], role: string, said: string): ChatExport => ({
  program,
  lists: LISTS,
  has: ['role', 'said'],
  author: ['role'],
  said: ['said'],
  when: [],
  between: '\n',
  only: { role: Object.keys(ROLES) },
  called: ROLES,
  messagesOf: turnsBy(role, said),
  isParted: true,
});

/** How talks with assistants are handed on for training: many conversations, each a list of turns, and one that is the whole file. */
export const DATA_SETS: readonly ChatExport[] = [
  talksOf('openai', 'role', 'content'),
  talksOf('sharegpt', 'from', 'value'),
  {
    ...{ program: 'openai', lists: ['[]'], has: ['role', 'content'], author: ['role'], said: ['content'], when: [] },
    ...{ between: '\n', only: { role: Object.keys(ROLES) }, called: ROLES },
  },
];
