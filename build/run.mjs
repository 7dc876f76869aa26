// Plain Node without dependencies, readable by old versions: it must be able to say that Node is too old.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  const { words } = await import('./setup/words.mjs');
  console.error(words('stops.nodeTooOld', { version: process.versions.node }));
  process.exit(1);
}
const { runVerb } = await import('./verbs.mjs');
await runVerb(process.argv[2], process.argv.slice(3));
