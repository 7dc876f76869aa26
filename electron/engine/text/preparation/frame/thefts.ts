/** Sentences that Royal Road hides between the paragraphs of a chapter, for those who read it where it was not meant to be. */
const LONGEST = 260;
/** They speak of the work at hand, and never of people or of what these said. */
const WORK =
  /\b(?:this|the)(?: (?:genuine|original|official|author['’]s))? (?:story|tale|narrative|novel|book|text|content|author)\b/i;
const TELLS = /["“”«»]|\b(?:I|he|she|we|my|his|her|him|us|our|said|told|had)\b/i;
const REPORT =
  /\breport (?:it|this|them|any|all|sightings?|the (?:violation|incident|infringement|theft|entry|case|sightings?))\b|\bplease report\b|\bshould be reported\b/i;
const TAKEN =
  /\b(?:stolen|theft|unauthori[sz]ed|pirated?|unlawfully|illicitly|(?:mis)?appropriated|purloined|pilfered|lifted|taken|obtained|without|rightful(?:ly)?|infringement|violation)\b/i;
const ORIGINAL = /\b(?:original|originates|official|genuine)\b/i;
/** A road in a story has an article, and nobody asks anything of those who read. */
const OF_ROYAL_ROAD = /\b(?:from|on|to) Royal Road\b|^\W*Royal Road is the home of\b/;
const ASKED = /\b(?:read(?:ing)? (?:it|the|this|their)|visit|head to|find(?:ing)?|seek|support|published elsewhere)\b/i;
const STOLEN = /^\W*Stolen (?:story|content|novel|tale); please report\W*$/i;
const ASKS =
  /^\W*(?:(?:Love|Enjoy|Enjoying|Like) this (?:story|tale|book|novel)\?|Support the creativity of authors by visiting\b|Ensure your favou?rite authors get the support\b|Help support creative writers by finding\b|Did you know this (?:text|story|tale|novel) is from a different site\b|Reading on this site\? This novel is published elsewhere\b|You could be reading stolen content\b)/i;

/** Whether a line is one of those. */
export function isOfTheft(text: string): boolean {
  if (text.length > LONGEST || TELLS.test(text)) return false;
  if (STOLEN.test(text) || (ASKS.test(text) && ORIGINAL.test(text) && ASKED.test(text))) return true;
  if (!WORK.test(text)) return false;
  if (text.includes('Amazon') && REPORT.test(text) && TAKEN.test(text)) return true;
  const isAsked = ASKED.test(text) || REPORT.test(text);
  return OF_ROYAL_ROAD.test(text) && isAsked && (TAKEN.test(text) || ORIGINAL.test(text));
}
