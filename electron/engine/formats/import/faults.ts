import { AesopError } from '../../../contract/errors.ts';
import { message, type Message } from '../../../contract/message.ts';

/** Each with what a person can do about it. */
type FaultCode =
  | 'foreign-damaged'
  | 'foreign-unfit'
  | 'foreign-large'
  | 'foreign-incomplete'
  | 'foreign-unread'
  | 'foreign-alien';

/** What is wrong with a foreign file, where nobody knows how it is called. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly problem: Message;

  constructor(code: FaultCode, problem: Message) {
    super(problem.message);
    this.code = code;
    this.problem = problem;
  }
}

/** Its bytes are not what they say they are. */
export const damaged = (problem: Message): Fault => new Fault('foreign-damaged', problem);
/** It is whole, and its layers are none of ours. */
export const unfit = (problem: Message): Fault => new Fault('foreign-unfit', problem);
/** Its sizes are beyond ours. */
export const large = (problem: Message): Fault => new Fault('foreign-large', problem);
/** Something did not come along, or too much came. */
export const incomplete = (problem: Message): Fault => new Fault('foreign-incomplete', problem);
/** It is stored in a way that is not read; its program has another. */
export const unread = (problem: Message): Fault => new Fault('foreign-unread', problem);
/** It is of a format of which only what we wrote is read. */
export const alien = (problem: Message): Fault => new Fault('foreign-alien', problem);

/**
 * What `read` makes of a file of that name.
 * @throws AesopError `foreign-damaged`, where bytes that it says are there are not, or as a fault says
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
