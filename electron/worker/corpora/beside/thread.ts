import { parentPort } from 'node:worker_threads';
import { openExamination } from '../../../engine/text/preparation/index.ts';
import { longestRepeats } from '../../../engine/text/statistics/repeats.ts';
import { PreparedLines } from './prepared-lines.ts';
import type { Asked, FromThread, Results, ToThread } from './protocol.ts';

/** What is done to the pieces that come. */
interface Doing {
  take(piece: string): Extract<FromThread, { kind: 'taken' }>['piece'];
  end(): Promise<{ piece: string; result: Results[keyof Results] }>;
}

function begin(asked: Asked): Doing {
  if (asked.kind === 'prepare') return new PreparedLines(asked);
  if (asked.kind === 'repeats')
    return { take: () => '', end: async () => ({ piece: '', result: await longestRepeats(asked.ids) }) };
  const examination = openExamination(asked.traits);
  return {
    take(piece) {
      examination.push(piece);
      return '';
    },
    end: () => Promise.resolve({ piece: '', result: examination.end() }),
  };
}

let doing: Doing | undefined;

function answer(message: FromThread): void {
  const moved = message.kind === 'taken' && typeof message.piece !== 'string' ? [message.piece.numbers.buffer] : [];
  parentPort?.postMessage(message, moved);
}

async function take(message: ToThread): Promise<void> {
  if (message.kind === 'piece') answer({ kind: 'taken', piece: doing?.take(message.text) ?? '' });
  else if (message.kind === 'cut') {
    if (doing instanceof PreparedLines) doing.cutBy(message.settings);
  } else if (message.kind !== 'end') doing = begin(message);
  else if (doing) {
    const last = doing;
    doing = undefined;
    answer({ kind: 'done', ...(await last.end()) });
  }
}

// What is thrown here ends the thread, and is thrown again where its answer is waited for.
parentPort?.on('message', (message: ToThread) => void take(message));
answer({ kind: 'ready' });
