import * as z from 'zod';
import { fileTokenSchema, jobIdSchema, nothingSchema } from './common.ts';

const request = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
const granted = z.strictObject({ file: fileTokenSchema, name: z.string(), bytes: z.int() });

/** A folder that the workspace may move to. */
const placeSchema = z.strictObject({
  place: fileTokenSchema,
  /** for showing only */
  path: z.string(),
  kind: z.enum(['empty', 'workspace']),
  /** bytes of the present workspace, and free there */
  needed: z.int(),
  free: z.int(),
});

/**
 * What a page asks of the program around it: each host answers in its own way. A file reaches the studio as a token:
 * Electron grants it for a dialog's choice or a drop, the server for an upload.
 */
export const HOST_REQUESTS = {
  'host.describe': request(
    nothingSchema,
    z.strictObject({
      kind: z.enum(['electron', 'browser']),
      version: z.string(),
      platform: z.string(),
      /** BCP 47, of the system */
      locale: z.string(),
    }),
  ),
  /** native dialog; a browser host answers with none and the page uses its own file input */
  'host.chooseTexts': request(nothingSchema, z.strictObject({ files: z.array(granted) })),
  'host.chooseModel': request(nothingSchema, z.strictObject({ files: z.array(granted) })),
  /** ask for a folder of wheels, on the desktop only */
  'host.chooseWheels': request(nothingSchema, z.strictObject({ files: z.array(granted) })),
  /** ask where to save; null when the person thought better of it, or where the page downloads */
  'host.chooseTarget': request(
    z.strictObject({
      name: z.string().max(160),
      type: z.enum(['model', 'text', 'markdown', 'table', 'docx', 'epub']).default('model'),
    }),
    z.strictObject({ file: fileTokenSchema.nullable() }),
  ),
  /** a granted file that the page wants nothing more of; the host's own copy goes, a person's file stays */
  'host.release': request(z.strictObject({ file: fileTokenSchema }), nothingSchema),
  /** ask for a folder that the workspace may move to, on the desktop only; null when the person thought better of it */
  'host.choosePlace': request(nothingSchema, z.strictObject({ place: placeSchema.nullable() })),
  /** open the workspace there from now on, copied there before on wish: its job ends, and the program starts anew */
  'host.moveWorkspace': request(
    z.strictObject({ place: fileTokenSchema, copy: z.boolean() }),
    z.strictObject({ job: jobIdSchema.optional() }),
  ),
  /** show a folder of the studio in the system's file manager */
  'host.reveal': request(z.strictObject({ folder: z.enum(['workspace', 'log']) }), nothingSchema),
} as const;

/** What a host tells its pages. */
export const HOST_EVENTS = {
  /** files handed over by the system: a drop on the icon, a second start, an association */
  'host.opened': z.strictObject({
    files: z.array(granted),
    /** they are those of a folder: what of it cannot be read is passed over in one text */
    found: z.boolean().optional(),
  }),
  /** a menu item or shortcut of the window */
  'host.command': z.strictObject({
    command: z.enum(['import', 'train', 'stop', 'tell', 'find', 'library', 'workshop', 'shelf', 'story', 'machine']),
  }),
} as const;

export type WorkspacePlace = z.infer<typeof placeSchema>;
export type GrantedFile = z.infer<typeof granted>;
export type HostRequestName = keyof typeof HOST_REQUESTS;
export type HostRequestInput<N extends HostRequestName> = z.input<(typeof HOST_REQUESTS)[N]['input']>;
export type HostRequestOutput<N extends HostRequestName> = z.output<(typeof HOST_REQUESTS)[N]['output']>;
export type HostEventName = keyof typeof HOST_EVENTS;
export type HostEventPayload<N extends HostEventName> = z.output<(typeof HOST_EVENTS)[N]>;
