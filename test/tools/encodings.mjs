/** Runs encodings.ts, which is TypeScript: how often encodings are found out. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL('./encodings.ts', import.meta.url)), { configFile: false, logLevel: 'error' });
