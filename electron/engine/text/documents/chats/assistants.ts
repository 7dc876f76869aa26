import { shownOf } from './chatgpt.ts';
import type { ChatExport } from './chat-export.ts';
import { answersOf, fragmentsOf } from './turns.ts';

const USER = 'User';

/** How those who talk with people for a company have their talks exported. */
export const ASSISTANTS: readonly ChatExport[] = [
  {
    program: 'chatgpt',
    lists: ['[]'],
    has: ['author.role', 'content.content_type'],
    author: ['author.role'],
    said: ['content.parts', 'content.text'],
    when: ['create_time'],
    between: '\n',
    only: {
      'author.role': ['user', 'assistant'],
      'content.content_type': ['text', 'multimodal_text'],
      recipient: [undefined, 'all'],
      'metadata.is_visually_hidden_from_conversation': [undefined, false],
    },
    called: { user: USER, assistant: 'ChatGPT' },
    messagesOf: shownOf,
  },
  {
    program: 'claude',
    lists: ['[].chat_messages[]'],
    has: ['sender', 'text', 'created_at'],
    author: ['sender'],
    said: ['text', 'content'],
    when: ['created_at'],
    between: '\n',
    called: { human: USER, assistant: 'Claude' },
  },
  {
    program: 'deepseek',
    lists: ['[]'],
    has: ['fragment', 'said', 'when'],
    author: ['fragment'],
    said: ['said'],
    when: ['when'],
    only: { fragment: ['REQUEST', 'RESPONSE'] },
    called: { REQUEST: USER, RESPONSE: 'DeepSeek' },
    messagesOf: fragmentsOf,
  },
  {
    program: 'grok',
    lists: ['conversations[].responses[]'],
    has: ['response.message', 'response.sender'],
    author: ['response.sender'],
    said: ['response.message'],
    when: ['response.create_time.$date.$numberLong'],
    called: { human: USER, assistant: 'Grok', ASSISTANT: 'Grok' },
  },
  {
    program: 'gemini',
    lists: ['[]'],
    has: ['speaks', 'said', 'when'],
    author: ['speaks'],
    said: ['said'],
    when: ['when'],
    called: { user: USER, model: 'Gemini' },
    messagesOf: answersOf,
    isOne: true,
  },
];
