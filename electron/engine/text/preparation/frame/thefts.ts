/** Sentences that Royal Road hides between the paragraphs of a chapter, for those who read it where it was not meant to be. */
const LONGEST = 260;
const REPORT =
  /\breport (?:it|this|them|any|all|sightings?|the (?:violation|incident|infringement|theft|entry|case|sightings?))\b|\bplease report\b/i;
const TAKEN =
  /\b(?:stolen|theft|unauthori[sz]ed|pirated|unlawfully|illicitly|(?:mis)?appropriated|purloined|pilfered|lifted|taken|obtained|without|rightful(?:ly)?|infringement|violation)\b/i;
const STOLEN = /^\W*Stolen (?:story|content|novel|tale|from)\b.*\b(?:report|Royal Road)\b/i;
const ORIGINAL = /\b(?:original|official|genuine)\b/i;
const ASKS =
  /^\W*(?:(?:Love|Enjoy|Enjoying|Like) this (?:story|tale|book|novel)\?|Support the creativity of authors by visiting\b|Ensure your favou?rite authors get the support\b|Help support creative writers by finding\b|Did you know this (?:text|story|tale|novel) is from a different site\b|Reading on this site\? This novel is published elsewhere\b|You could be reading stolen content\b)/i;

/** Whether a line is one of those. */
export function isOfTheft(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (text.includes('Amazon') && REPORT.test(text) && TAKEN.test(text)) return true;
  if (
    text.includes('Royal Road') &&
    (TAKEN.test(text) || ORIGINAL.test(text)) &&
    /\b(?:story|tale|narrative|novel|book|content|author)\b/i.test(text)
  )
    return true;
  return STOLEN.test(text) || (ASKS.test(text) && ORIGINAL.test(text));
}
