import { withoutEntities } from '../../html-entities.ts';
import type { ChatExport } from './chat-export.ts';

/** What somebody else wrote, which was only passed on. */
const PASSED_ON = /^RT @\w{1,30}: /;

const POST = {
  program: 'twitter',
  lists: ['[]'],
  author: [],
  isOwn: true,
  isNotice: (said: string) => PASSED_ON.test(said),
  plain: withoutEntities,
} as const;

/** What somebody wrote on Twitter, as its archive holds that. */
export const TWITTER: readonly ChatExport[] = [
  {
    ...POST,
    has: ['tweet.full_text', 'tweet.created_at'],
    said: ['tweet.full_text'],
    when: ['tweet.created_at'],
  },
  { ...POST, has: ['full_text', 'created_at', 'id_str'], said: ['full_text'], when: ['created_at'] },
];
