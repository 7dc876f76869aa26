import { startAhead } from '../studio/workers/worker-child.ts';
import { VERSION } from './version.ts';

/** Verbs whose first act is to ask a worker. */
const ASKING = ['tell'];

if (ASKING.includes(process.argv[2])) startAhead({ AESOP_VERSION: VERSION });
// only now: reading all of it takes as long as a worker takes to come up
const { compileSchemas } = await import('./compiled-schemas.ts');
compileSchemas(process.argv[2] === 'serve');
const { runCli } = await import('./run-cli.ts');
process.exitCode = await runCli(process.argv.slice(2));
