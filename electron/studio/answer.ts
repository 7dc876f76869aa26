import { AesopError, toPlainError } from '../contract/errors.ts';
import {
  HOST_REQUESTS,
  type HostRequestInput,
  type HostRequestName,
  type HostRequestOutput,
} from '../contract/host.ts';
import { REQUESTS, type RequestInput, type RequestName } from '../contract/studio.ts';
import type { WireResult } from '../contract/wire.ts';
import type { Studio } from './index.ts';
import { malformed } from './malformed.ts';

/** How one host answers what pages ask of it. */
export type HostVerbs = {
  [N in HostRequestName]: (input: HostRequestInput<N>) => Promise<HostRequestOutput<N>> | HostRequestOutput<N>;
};

/** Answers one request of a page; never throws. */
export type Answerer = (name: string, input: unknown) => Promise<WireResult>;

const isOf = <T extends object>(table: T, name: string): name is keyof T & string => Object.hasOwn(table, name);

/** The one place where a page's words enter a host: the name is looked up, the input parsed, an error made plain. */
export function createAnswerer(studio: Studio, host: HostVerbs): Answerer {
  const run = (name: string, input: unknown): Promise<unknown> | unknown => {
    // The studio parses its own input strictly.
    if (isOf(REQUESTS, name)) return studio.request(name as RequestName, input as RequestInput<RequestName>);
    if (!isOf(HOST_REQUESTS, name)) throw new AesopError('request-unknown', { name });
    const parsed = HOST_REQUESTS[name].input.safeParse(input);
    if (!parsed.success) throw malformed(name, parsed.error);
    return (host[name] as (input: unknown) => unknown)(parsed.data);
  };
  return async (name, input) => {
    try {
      return { ok: true, output: await run(name, input) };
    } catch (error) {
      return { ok: false, error: toPlainError(error) };
    }
  };
}
