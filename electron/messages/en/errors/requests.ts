/** What the page and the studio ask of each other, over the network too. */
export const requests = {
  internal: [
    'Something went wrong inside Aesop.',
    'Try again. The log has the details; nothing that was saved is lost.',
  ],
  'request-unknown': [
    'There is no request “{name}”.',
    'The page and the studio are of different versions: reload the page.',
  ],
  'request-malformed': ['The request {name} does not fit: {problem}.', 'Correct the value and try again.'],
  'too-many-requests': ['The page asked for more than {limit} things at once.', 'Reload the page.'],
  'upload-too-large': [
    '“{name}” is larger than {limit} MB, the most a page may send.',
    'Import it at the terminal: aesop train <file>.',
  ],
  'remote-not-allowed': [
    '“{host}” can be reached from other machines, and whoever has the address has your studio: texts, models and disk space.',
    'Add --allow-remote if that is what you want, or use an SSH tunnel to 127.0.0.1.',
  ],
  'port-taken': [
    'Port {port} is in use by another program.',
    'Choose another with --port, or leave it out for a free one.',
  ],
  'address-unusable': [
    'Aesop cannot listen on “{host}”, port {port} ({code}).',
    'Leave --host out, or name an address of this machine; ports below 1024 are often for administrators only.',
  ],
  'only-on-desktop': [
    'A browser cannot show folders of this machine.',
    'The Machine room names the folder: open it in your file manager.',
  ],
  'engine-not-offered': [
    'Aesop cannot bring a better engine to this machine.',
    'The checks of the machine say what computes here, and why not something better.',
  ],
  'engine-not-brought': ['{reason}', '{advice}'],
  'job-missing': ['There is no job “{job}” under way.', 'It has ended already, or belongs to an earlier session.'],
  'connection-lost': ['The connection to the studio was lost.', 'It is tried again by itself. What was saved is safe.'],
  'key-refused': [
    'This tab has no key to the studio: Aesop was started anew, or another browser was let in here.',
    'Open the newest address that Aesop printed at its terminal. What was saved is safe.',
  ],
  'message-too-large': [
    'This is larger than {limit} MB, the most a page may send at once.',
    'Take a shorter story or text.',
  ],
} as const;
