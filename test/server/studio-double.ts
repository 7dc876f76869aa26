import { EVENTS, type EventName, type EventPayload } from '../../electron/contract/studio.ts';
import { Events } from '../../electron/studio/events.ts';
import { Grants } from '../../electron/studio/files/grants.ts';
import type { Studio } from '../../electron/studio/index.ts';

/** A studio that does nothing but take requests and tell events: what the server stands between. It keeps what failed. */
export function studioDouble(answer: (name: string, input: unknown) => unknown = () => ({})) {
  const events = new Events();
  const files = new Grants();
  const failures: unknown[] = [];
  const studio = {
    log: { failure: (_source: string, thrown: unknown) => void failures.push(thrown), flush: async () => {} },
    request: async (name: string, input: unknown) => answer(name, input),
    on: events.on.bind(events),
    files,
  } as unknown as Studio;
  const emit = <N extends EventName>(name: N, payload: EventPayload<N>) =>
    events.emit(name, EVENTS[name].parse(payload) as never);
  return { studio, files, emit, failures };
}
