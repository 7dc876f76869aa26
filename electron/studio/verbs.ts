import type { RequestName, RequestOutput, RequestValue } from '../contract/studio.ts';

/** Every request whose name begins so, each with what does it. */
export type Verbs<P extends string> = {
  [N in Extract<RequestName, `${P}${string}`>]: (input: RequestValue<N>) => Promise<RequestOutput<N>>;
};
