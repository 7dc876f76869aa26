import { AesopError } from '../../contract/errors.ts';
import { message } from '../../contract/message.ts';
import { terminalMessage } from '../../messages/terminal.ts';
import type { Flag } from './flag.ts';

/** Words for a device; a card is also named by its number or its UUID, as nvidia-smi tells them. */
const WORDS = ['auto', 'cpu', 'gpu'];
const CARD = /^(\d{1,3}|(GPU|MIG)-[\w/-]{1,100})$/;

/** Where a training computes, as AESOP_DEVICE says it. */
export const deviceFlag: Flag<string> = {
  name: 'device',
  kind: 'value',
  placeholder: 'name',
  help: terminalMessage('flags.device'),
  group: 'training',
  parse(raw) {
    if (WORDS.includes(raw) || CARD.test(raw)) return raw;
    throw new AesopError('setting-range', {
      name: 'device',
      value: raw,
      range: message('phrases.range-devices', { choices: WORDS.join(', ') }),
    });
  },
};
