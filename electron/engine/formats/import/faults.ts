import { AesopError } from '../../../contract/errors.ts';
import { message, type Message } from '../../../contract/message.ts';

/** What is wrong with a foreign file, where nobody knows how it is called. */
export class Fault extends Error {
  readonly code: 'foreign-damaged' | 'foreign-unfit';
  readonly problem: Message;

  constructor(code: Fault['code'], problem: Message) {
    super(problem.message);
    this.code = code;
    this.problem = problem;
  }
}

/** Its bytes are not what they say they are. */
export const damaged = (problem: Message): Fault => new Fault('foreign-damaged', problem);
/** It is whole, and says what we have not. */
export const unfit = (problem: Message): Fault => new Fault('foreign-unfit', problem);

/**
 * What `read` makes of a file of that name.
 * @throws AesopError `foreign-damaged`, where bytes that it says are there are not, `foreign-unfit`
 */
export async function reading<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof Fault) throw new AesopError(thrown.code, { name, problem: thrown.problem });
    if (thrown instanceof RangeError)
      throw new AesopError('foreign-damaged', { name, problem: message('phrases.ends-early') }, String(thrown));
    throw thrown;
  }
}
