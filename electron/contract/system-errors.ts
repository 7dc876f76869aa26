/** What a system answers about a file or folder (errno(3)), each with its entry of the catalogue: the only such table. */
const ENTRIES = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EISDIR: 'file-is-folder',
  ELOOP: 'link-unfollowed',
  ENAMETOOLONG: 'name-too-long',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'disk-read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EEXIST: 'target-exists',
  ENOTEMPTY: 'target-exists',
  EMFILE: 'files-too-many',
  ENFILE: 'files-too-many',
  EBUSY: 'file-busy',
  ETXTBSY: 'file-busy',
} as const;
type SystemEntry = (typeof ENTRIES)[keyof typeof ENTRIES] | 'system-refused' | 'name-unreadable';

/** A disk that fails, a connection that broke, or nothing that can be read or written: one sentence names the code. */
const REFUSALS = new Set([
  ...['EIO', 'EREMOTEIO', 'ENXIO', 'ENODEV', 'ENOMEDIUM', 'EUCLEAN', 'ESTALE', 'ETIMEDOUT', 'EHOSTDOWN', 'ENOTCONN'],
  ...['EINVAL', 'EOVERFLOW', 'EAGAIN', 'EILSEQ', 'ESPIPE', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'],
  ...['ENOLCK', 'ENOMEM', 'EDEADLK', 'UNKNOWN'],
]);

/** Bytes of a name that are no UTF-8 reach a program as this sign: a file cannot be found by such a name. */
const UNREADABLE = '\ufffd';

/** The catalogue's entry for a code of the system, such as `ENOENT`, said of `path`; nothing for any other code. */
export function systemEntry(code: unknown, path: string): SystemEntry | undefined {
  if (typeof code !== 'string') return undefined;
  const entry = Object.hasOwn(ENTRIES, code)
    ? ENTRIES[code as keyof typeof ENTRIES]
    : REFUSALS.has(code)
      ? 'system-refused'
      : undefined;
  return entry === 'file-missing' && path.includes(UNREADABLE) ? 'name-unreadable' : entry;
}
