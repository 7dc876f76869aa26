import { parentPort } from 'node:worker_threads';
import { createPreparation, openExamination } from '../../../engine/text/preparation/index.ts';
import { longestRepeats } from '../../../engine/text/statistics/repeats.ts';
import type { Asked, FromThread, Results, ToThread } from './protocol.ts';

/** What is done to the pieces that come. */
interface Doing {
  /** @returns what has become of the text so far */
  push(piece: string): string;
  end(): Promise<{ text: string; result: Results[keyof Results] }>;
}

function begin(asked: Asked): Doing {
  if (asked.kind === 'repeats')
    return { push: () => '', end: async () => ({ text: '', result: await longestRepeats(asked.ids) }) };
  if (asked.kind === 'examine') {
    const examination = openExamination(asked.traits);
    return {
      push(piece) {
        examination.push(piece);
        return '';
      },
      end: () => Promise.resolve({ text: '', result: examination.end() }),
    };
  }
  const preparation = createPreparation(asked.chosen, asked.traits);
  return {
    push: (piece) => preparation.push(piece),
    end: () => Promise.resolve({ text: preparation.end(), result: preparation.figures() }),
  };
}

let doing: Doing | undefined;
const send = (message: FromThread) => parentPort?.postMessage(message);

async function take(message: ToThread): Promise<void> {
  if (message.kind === 'piece') send({ kind: 'taken', text: doing?.push(message.text) ?? '' });
  else if (message.kind !== 'end') doing = begin(message);
  else if (doing) {
    const last = doing;
    doing = undefined;
    send({ kind: 'done', ...(await last.end()) });
  }
}

// What is thrown here ends the thread, and is thrown again where its answer is waited for.
parentPort?.on('message', (message: ToThread) => void take(message));
send({ kind: 'ready' });
