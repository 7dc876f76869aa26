import { parentPort } from 'node:worker_threads';
import { freeArrays } from '../../../engine/free-arrays.ts';
import { Examination } from '../../../engine/text/preparation/index.ts';
import { countWholeText } from '../../../engine/text/statistics/whole-text.ts';
import { Breath } from '../../../engine/training/breath.ts';
import type { TokenizerSettings } from '../../../engine/text/vocabulary/vocabulary.ts';
import { LinesCut } from './lines-cut.ts';
import { PreparedLines } from './prepared-lines.ts';
import type { Answers, Asked, FromThread, Pieces, Results, ToThread } from './protocol.ts';

type Kind = Asked['kind'];

/** What is done to the pieces that come. */
interface Doing {
  take(piece: Pieces[Kind]): Answers[Kind];
  end(): Promise<{ piece?: Answers[Kind]; result: Results[Kind] }>;
  cutBy?(settings: TokenizerSettings): void;
}

/** @param take and `end` are of one kind, as all that is sent until the end is */
function doingOf<K extends Kind>(
  take: (piece: Pieces[K]) => Answers[K],
  end: () => { piece?: Answers[K]; result: Results[K] } | Promise<{ piece?: Answers[K]; result: Results[K] }>,
  cutBy?: Doing['cutBy'],
): Doing {
  return { take: (piece) => take(piece as Pieces[K]), end: async () => end(), cutBy };
}

let doing: Doing | undefined;

function begin(asked: Asked): Doing {
  if (asked.kind === 'count')
    return doingOf<'count'>(
      () => undefined,
      async () => ({ result: await countWholeText(asked.ids, asked.kinds, new Breath()) }),
    );
  if (asked.kind === 'prepare') {
    const prepared = new PreparedLines(asked);
    return doingOf<'prepare'>(
      (piece) => prepared.take(piece),
      () => prepared.end(),
      (settings) => prepared.cutBy(settings),
    );
  }
  if (asked.kind === 'cut') {
    const lines = new LinesCut(asked.waiting);
    return doingOf<'cut'>(
      (piece) => lines.take(piece),
      () => ({ result: undefined }),
      (settings) => lines.cutBy(settings),
    );
  }
  const examination = new Examination(asked.traits);
  return doingOf<'examine'>(
    (blocks) => void blocks.forEach((block) => examination.push(block)),
    () => ({ result: examination.end() }),
  );
}

function answer(message: FromThread): void {
  const moved = message.kind === 'taken' && typeof message.piece === 'object' ? [message.piece.numbers.buffer] : [];
  parentPort?.postMessage(message, moved);
}

async function take(message: ToThread): Promise<void> {
  if (message.kind === 'piece') answer({ kind: 'taken', piece: doing?.take(message.piece) });
  else if (message.kind === 'cutBy') doing?.cutBy?.(message.settings);
  else if (message.kind !== 'end') doing = begin(message);
  else if (doing) {
    const last = doing;
    doing = undefined;
    const { piece, result } = await last.end();
    answer({ kind: 'done', piece, result });
    // of the pieces of a text, while the other thread numbers it: before the tables come that a search needs
    if (last.cutBy) freeArrays();
  }
}

// What is thrown here ends the thread, and is thrown again where its answer is waited for.
parentPort?.on('message', (message: ToThread) => void take(message));
answer({ kind: 'ready' });
