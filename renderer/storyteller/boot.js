/* Unpacks the program of this page and runs it: the policy above names it by its hash, and nothing else may run. */
async function unpack() {
  const letters = atob(document.getElementById('program')?.textContent ?? '');
  const packed = new Blob([Uint8Array.from(letters, (byte) => byte.charCodeAt(0))]);
  const program = document.createElement('script');
  program.type = 'module';
  program.textContent = await new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  document.body.append(program);
}

unpack().catch(() => document.getElementById('old')?.removeAttribute('hidden'));
