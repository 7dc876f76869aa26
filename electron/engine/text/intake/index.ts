export { readPrepared, type Between, type PreparedCorpus } from './read-prepared.ts';
export { inMemory } from './in-memory.ts';
