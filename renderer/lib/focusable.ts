/** What can have the focus, be it by name only. */
export const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';
