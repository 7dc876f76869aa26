import { runCases } from './run-cases.ts';
import { terminal } from './terminal.ts';

runCases(await terminal());
