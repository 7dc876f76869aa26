import { library } from './library.ts';
import { runCases } from './run-cases.ts';

runCases(library);
