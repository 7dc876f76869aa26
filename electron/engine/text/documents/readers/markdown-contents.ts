/** A node of Markdown's tree, as far as links in it are concerned. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const HOLDS = new Set(['list', 'listItem', 'paragraph']);
/** Entries of the shortest contents. */
const FEWEST = 2;

const isBlank = ({ type, value = '' }: Node): boolean => type === 'text' && value.trim() === '';
const leadsWithin = ({ type, url = '' }: Node): boolean => type === 'link' && url.startsWith('#');

function isMadeOfLinks(node: Node): boolean {
  const { children = [] } = node;
  return HOLDS.has(node.type) && children.some((child) => !isBlank(child)) && children.every(isLinkOrHolds);
}
const isLinkOrHolds = (node: Node): boolean => leadsWithin(node) || isBlank(node) || isMadeOfLinks(node);

const linksIn = (node: Node): number =>
  (leadsWithin(node) ? 1 : 0) + (node.children ?? []).reduce((sum, child) => sum + linksIn(child), 0);

/** Whether a list is the contents that a program made of a page's headings: nothing in it but links to places of that page. */
export const isContents = (node: Node): boolean =>
  node.type === 'list' && isMadeOfLinks(node) && linksIn(node) >= FEWEST;
