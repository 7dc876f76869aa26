import { AesopError, fromPlainError } from '../../electron/contract/errors.ts';
import type {
  GrantedFile,
  WireEvent,
  WireEventName,
  WireInput,
  WireOutput,
  WirePayload,
  WireRequestName,
  WireResult,
} from '../../electron/contract/wire.ts';
import type { Link, Transport } from './transport.ts';

type Handler = (payload: never) => void;

/** The page's one way to the studio: typed requests, typed events, files as tokens. */
export class Client {
  #transport: Transport | undefined;
  #link: Link = 'connecting';
  #handlers = new Map<WireEventName, Set<Handler>>();
  #onLink = new Set<(link: Link) => void>();

  /** Begins to use a transport. */
  connect(transport: Transport): void {
    this.#transport?.stop();
    this.#transport = transport;
    transport.start({
      event: (event) => this.#hear(event),
      link: (link) => {
        this.#link = link;
        for (const listener of this.#onLink) listener(link);
      },
    });
  }

  #hear({ event, payload }: WireEvent): void {
    for (const handler of this.#handlers.get(event) ?? []) handler(payload as never);
  }

  /** @throws AesopError of the catalogue, `connection-lost` among them */
  async request<N extends WireRequestName>(name: N, input: WireInput<N>): Promise<WireOutput<N>> {
    return this.#output(await this.#reached().request(name, input)) as WireOutput<N>;
  }

  /** A file that the person chose or dropped, as a token for the studio. */
  async grant(file: File): Promise<GrantedFile> {
    return this.#output(await this.#reached().grant(file)) as GrantedFile;
  }

  /** Hands a file that the studio made to the browser's downloads; nothing to do where the host saved it. */
  download(token: string, name: string): void {
    const href = this.#reached().download(token);
    if (href) Object.assign(document.createElement('a'), { href, download: name }).click();
  }

  /** Calls `handler` for each event of that name until the returned function is called. */
  on<N extends WireEventName>(event: N, handler: (payload: WirePayload<N>) => void): () => void {
    const handlers = this.#handlers.get(event) ?? new Set();
    this.#handlers.set(event, handlers.add(handler as Handler));
    return () => handlers.delete(handler as Handler);
  }

  /** Calls `listener` with the state of the link, now and whenever it changes. */
  onLink(listener: (link: Link) => void): void {
    this.#onLink.add(listener);
    listener(this.#link);
  }

  #reached(): Transport {
    if (!this.#transport) throw new AesopError('connection-lost');
    return this.#transport;
  }

  #output(result: WireResult): unknown {
    if (result.ok) return result.output;
    throw fromPlainError(result.error);
  }
}

export const client = new Client();
