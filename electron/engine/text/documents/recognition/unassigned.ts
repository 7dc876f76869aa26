/** How archives for a browser begin, as those of Twitter do: a script that gives what is JSON a name. */
const ASSIGNED = /^\s*(?:(?:var|let|const) )?[a-z_$][\w$.]{0,100}\s*=\s*(?=[[{])/i;

/** A text of JSON without the name that a script gives it; any other as it is. */
export function unassigned(text: string): string {
  const [assigned] = ASSIGNED.exec(text) ?? [];
  return assigned === undefined ? text : text.slice(assigned.length).replace(/;\s*$/, '');
}
