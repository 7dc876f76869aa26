import { parentPort } from 'node:worker_threads';
import { freeArrays } from '../../../engine/free-arrays.ts';
import { Examination } from '../../../engine/text/preparation/index.ts';
import { longestRepeats } from '../../../engine/text/statistics/repeats.ts';
import { PreparedLines } from './prepared-lines.ts';
import type { Asked, FromThread, Pieces, Results, ToThread } from './protocol.ts';

/** What is done to the pieces that come. */
interface Doing {
  take(piece: Pieces[keyof Pieces]): Extract<FromThread, { kind: 'taken' }>['piece'];
  end(): Promise<{ piece: string; result: Results[keyof Results] }>;
}

let doing: Doing | undefined;
let prepared: PreparedLines | undefined;

function begin(asked: Asked): Doing {
  if (asked.kind === 'repeats') {
    // of the pieces of a text, before the tables come that the search needs
    freeArrays();
    return { take: () => '', end: async () => ({ piece: '', result: await longestRepeats(asked.ids) }) };
  }
  if (asked.kind === 'prepare') {
    prepared = new PreparedLines(asked);
    return prepared;
  }
  const examination = new Examination(asked.traits);
  return {
    take(blocks: Pieces['examine']) {
      for (const block of blocks) examination.push(block);
      return '';
    },
    end: () => Promise.resolve({ piece: '', result: examination.end() }),
  };
}

function answer(message: FromThread): void {
  const moved = message.kind === 'taken' && typeof message.piece !== 'string' ? [message.piece.numbers.buffer] : [];
  parentPort?.postMessage(message, moved);
}

async function take(message: ToThread): Promise<void> {
  if (message.kind === 'piece') answer({ kind: 'taken', piece: doing?.take(message.piece) ?? '' });
  else if (message.kind === 'cut') prepared?.cutBy(message.settings);
  else if (message.kind !== 'end') doing = begin(message);
  else if (doing) {
    const last = doing;
    doing = prepared = undefined;
    answer({ kind: 'done', ...(await last.end()) });
  }
}

// What is thrown here ends the thread, and is thrown again where its answer is waited for.
parentPort?.on('message', (message: ToThread) => void take(message));
answer({ kind: 'ready' });
