/** Words before which a hyphen stands for what the next compound ends with: “Haus- und Hofbuch”. No word goes on with one. */
const SUSPENDED = /^(?:und|oder|bzw|sowie|och|eller|og)(?![\p{L}\p{M}])/u;

/** Whether a line that ends with a hyphen goes on with a blank behind it. */
export const isSuspendedBefore = (rest: string): boolean => SUSPENDED.test(rest);
