import * as z from 'zod';
import { fileTokenSchema, nothingSchema } from '../common.ts';
import {
  deletedSchema,
  deletedThingsSchema,
  engineVariantSchema,
  logLineSchema,
  machineSchema,
  settingsChangeSchema,
  settingsSchema,
  trashSchema,
} from '../machine.ts';
import { byId, job, request } from './request.ts';

/** What is asked about the machine, jobs under way and what was deleted. */
export const machineRequests = {
  /** leave off a job under way */
  'jobs.cancel': request(job, nothingSchema),
  'trash.describe': request(nothingSchema, trashSchema),
  /** each comes back by the `restore` of its kind */
  'trash.list': request(nothingSchema, deletedThingsSchema),
  /** of which kinds something of that id could come back, however old */
  'trash.find': request(byId, z.strictObject({ kinds: z.array(deletedSchema.shape.kind) })),
  /** for good; answers with what is gone */
  'trash.empty': request(nothingSchema, trashSchema.omit({ oldest: true })),
  'machine.describe': request(z.strictObject({ measure: z.boolean() }), machineSchema),
  /** a job; trainings begun after it run on what it brought, out of a folder of wheels where one is given */
  'machine.bringEngine': request(
    z.strictObject({ variant: engineVariantSchema, folder: fileTokenSchema.optional() }),
    job,
  ),
  'machine.dismissEngine': request(nothingSchema, nothingSchema),
  'settings.set': request(settingsChangeSchema, settingsSchema),
  'log.read': request(
    z.strictObject({ lines: z.int().min(1).max(5000) }),
    z.strictObject({ lines: z.array(logLineSchema) }),
  ),
} as const;
