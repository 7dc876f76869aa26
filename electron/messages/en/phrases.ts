/** Parts of a sentence that an error fills in: what is wrong with a file, how a process ended, a range. */
export const phrases = {
  // what a path names
  'unnamed-file': 'a file of Aesop',
  'is-link': 'a link',
  'is-pipe': 'a pipe',
  'is-socket': 'a socket',
  'is-device': 'a device',
  // what is wrong with a file
  'not-json': 'it is not JSON',
  'content-unfit': 'its content is of another kind',
  'field-unfit': 'its field {field} does not fit',
  'not-as-written': 'it is not what was written',
  'text-changed': 'it has changed since the run was made',
  'file-large': 'it has {bytes} bytes, and {limit} is the most',
  'ends-early': 'it ends too early',
  'header-long': 'it has a header of {bytes} bytes',
  'header-unfit': 'it has a header that does not fit',
  'numbers-misplaced': 'it has a gap or an overlap at {name}',
  'numbers-miscounted': 'it holds {bytes} bytes of numbers where its header says {expected}',
  // what is wrong with an archive
  'archive-twice': 'it holds {file} twice',
  'archive-overlap': 'its files lie one over the other',
  'archive-encrypted': '{file} is encrypted',
  'archive-zip64': 'it is of the kind for more than 4 GB (zip64)',
  'archive-method': '{file} is packed in an unusual way (method {method})',
  'archive-tight': '{file} would grow from {packed} to {bytes} bytes, as weights and words never do',
  'archive-torn': 'its files cannot be unpacked',
  'archive-crc': '{file} does not match its checksum',
  // what is wrong with a document
  'archive-crowded': 'it holds more than {limit} files',
  'archive-lacks': 'a part of it is missing',
  'nested-deep': 'its elements lie more than {depth} deep in one another',
  'mark-endless': 'a tag or a comment in it is longer than {limit} MB',
  'line-endless': 'line {line} is longer than {limit} MB',
  'row-endless': 'row {row} is longer than {limit} MB: a quotation mark may be left open',
  'row-unfit': 'row {row} is not like the others',
  'quote-open': 'a quotation mark in row {row} is never closed',
  // what is wrong with a request
  'input-unfit': 'its input is of another kind',
  // how a process ended
  'ended-by-signal': 'signal {signal}',
  'ended-with-code': 'exit code {code}',
  'not-started': 'it could not be started',
  // kinds and ranges of settings
  'kind-integer': 'a whole number',
  'kind-number': 'a number',
  'kind-boolean': 'true or false',
  'kind-choice': 'a name',
  'range-between': '{minimum} to {maximum}',
  'range-choices': 'one of {choices}',
  // settings that exclude each other
  'input-is': 'input {input}',
  'sizes-differ': 'embedding-size {embeddingSize} and units {units}',
  'tie-needs-embedding': 'Tied weights reuse the embedding: choose input embedding, or leave them untied.',
  'tie-needs-one-size': 'Give both the same size, for example embedding-size {units}.',
  'run-is-fixed': 'A run goes on with its own text and settings; only --steps may be raised. Else start a new run.',
} as const;
