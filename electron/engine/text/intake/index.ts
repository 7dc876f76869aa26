export { inMemory } from './in-memory.ts';
export { isPrepared, readPrepared, type KeptText, type PreparedCorpus } from './read-prepared.ts';
