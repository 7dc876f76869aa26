import type { WireEvent, WireRequestName, WireResult } from '../../electron/contract/wire.ts';

/** Whether the host can be reached; refused: it is there, but does not know this page. */
export type Link = 'connecting' | 'up' | 'lost' | 'refused';

/** What a page hears from its host. */
export interface TransportListener {
  event(event: WireEvent): void;
  link(link: Link): void;
}

/** One way to the host. Promises always resolve; what went wrong is in the result. */
export interface Transport {
  request(name: WireRequestName, input: unknown): Promise<WireResult>;
  /** a chosen or dropped file as a token; its output is a GrantedFile */
  grant(file: File): Promise<WireResult>;
  /** address of a file that the studio made, where the page downloads it itself; null where the host saved it */
  download(token: string): string | null;
  /** begins to hear; the link is told at once */
  start(listener: TransportListener): void;
  stop(): void;
}
