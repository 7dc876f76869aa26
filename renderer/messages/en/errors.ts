/** What surrounds the texts of the error catalogue. */
export const errors = {
  details: 'Details',
  copyReport: 'Copy report',
  unknown: 'Something went wrong.',
} as const;
