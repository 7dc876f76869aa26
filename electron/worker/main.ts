import * as z from 'zod';
import { watchParent } from './watchdog.ts';

// Ctrl-C and a closed terminal reach every process of the group; what they mean for a worker is the studio's to say.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
watchParent();
// Parsers that zod compiles pay after hundreds of values; a worker reads few of a kind. Schemas read this as they are made.
z.config({ jitless: true });
void import('./serve-jobs.ts');
