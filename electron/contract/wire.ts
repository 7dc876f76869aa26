import * as z from 'zod';
import { fileTokenSchema } from './common.ts';
import { plainErrorSchema } from './errors.ts';
import {
  HOST_EVENTS,
  HOST_REQUESTS,
  type GrantedFile,
  type HostEventName,
  type HostEventPayload,
  type HostRequestInput,
  type HostRequestName,
  type HostRequestOutput,
} from './host.ts';
import {
  EVENTS,
  REQUESTS,
  type EventName,
  type EventPayload,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from './studio.ts';

/** Every name a page may ask for, of the studio and of its host alike. */
export type WireRequestName = RequestName | HostRequestName;
export type WireInput<N extends WireRequestName> = N extends RequestName
  ? RequestInput<N>
  : N extends HostRequestName
    ? HostRequestInput<N>
    : never;
export type WireOutput<N extends WireRequestName> = N extends RequestName
  ? RequestOutput<N>
  : N extends HostRequestName
    ? HostRequestOutput<N>
    : never;
export type WireEventName = EventName | HostEventName;
export type WirePayload<N extends WireEventName> = N extends EventName
  ? EventPayload<N>
  : N extends HostEventName
    ? HostEventPayload<N>
    : never;

const names = <T extends object>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

/** Page → host over a WebSocket, at most `MESSAGE_LIMIT` bytes. `id` is the page's own and comes back with the answer. */
export const wireRequestSchema = z.strictObject({
  id: z.int().min(0),
  name: z.enum([...names(REQUESTS), ...names(HOST_REQUESTS)]),
  /** parsed strictly by the request's own schema, where it enters the host */
  input: z.unknown(),
});
export type WireRequest = z.infer<typeof wireRequestSchema>;

/** What a request comes to; the same on every wire. */
export const wireResultSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), output: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: plainErrorSchema }),
]);
export type WireResult = z.infer<typeof wireResultSchema>;

export const wireAnswerSchema = z.union([
  z.strictObject({ id: z.int(), ok: z.literal(true), output: z.unknown() }),
  z.strictObject({ id: z.int(), ok: z.literal(false), error: plainErrorSchema }),
]);
export type WireAnswer = z.infer<typeof wireAnswerSchema>;

export const wireEventSchema = z.strictObject({
  event: z.enum([...names(EVENTS), ...names(HOST_EVENTS)]),
  payload: z.unknown(),
});
/** An event as a page hears it, discriminated by its name. */
export type WireEvent = { [N in WireEventName]: { event: N; payload: WirePayload<N> } }[WireEventName];

/** Host → page over a WebSocket: the answer to one request, or something that happened. */
export const fromHostSchema = z.union([wireAnswerSchema, wireEventSchema]);

/**
 * Addresses of the browser host, relative to the page.
 * socket: the WebSocket, one JSON text a message. Asked for in the protocols `PAGE_KEY.protocol` and
 * `PAGE_KEY.protocolPrefix` with the page's key behind it; spoken in the first. A GET without an upgrade answers with
 * 401 where the key is not right, 426 where it is.
 * files: POST `files?name=<encoded name>` with the bytes as body (`application/octet-stream`) and the page's key as
 * header answers with a WireResult whose output is a GrantedFile; the bytes may take hours, but not pause for minutes.
 * GET `files/<token>` downloads a file that the studio made, under its name; sent whole, it is there no more.
 */
export const WIRE_PATHS = { socket: 'socket', files: 'files' } as const;

/**
 * The page's key, beside the cookie of its browser: whoever listens on another port of this host is sent the cookie too,
 * but cannot read the page's storage. Given by the welcome, the answer to an address that carries a token; a token is
 * good once.
 */
export const PAGE_KEY = {
  /** where the page keeps it, in localStorage */
  storage: 'aesop.page',
  header: 'x-aesop-page',
  protocol: 'aesop',
  protocolPrefix: 'aesop.',
} as const;

/** Bytes of the longest message of a page: a told story of 100,000 symbols with their runners-up, to be kept. */
export const MESSAGE_LIMIT = 48 * 1024 ** 2;

/** A GET of `files/<token>` is of this shape, nothing else. */
export const downloadSchema = fileTokenSchema;

/** Sent with every document by both hosts. The page keeps to it: no inline script, no `<style>`, no `style=""` in markup. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What Electron's preload puts at `window.aesop`; nothing else crosses. Every promise resolves, errors are results. */
export interface AesopBridge {
  /** a WireResult as JSON: between the preload's world and the page's, objects are copied value by value, a text at once */
  request(name: WireRequestName, input: unknown): Promise<string>;
  /** calls the listener for each event; the answer ends that */
  on(listener: (event: WireEvent) => void): () => void;
  /** a file that the person dropped or chose, as a token; its output is a GrantedFile */
  grantFile(file: File): Promise<WireResult>;
}

export type { GrantedFile };
