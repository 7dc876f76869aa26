/** The order in which a text gives its forms, as the Unicode CLDR lists the categories of a language. */
const ORDER: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];
const rules = new Map<string, { select: Intl.PluralRules; categories: readonly Intl.LDMLPluralRule[] }>();

function rulesOf(locale: string) {
  let known = rules.get(locale);
  if (known === undefined) {
    const select = new Intl.PluralRules(locale);
    const { pluralCategories: used } = select.resolvedOptions();
    rules.set(locale, (known = { select, categories: ORDER.filter((each) => used.includes(each)) }));
  }
  return known;
}

/** Plural categories of a language, in the order in which its texts give the forms: one and other in English. */
export const pluralCategories = (locale: string): readonly Intl.LDMLPluralRule[] => rulesOf(locale).categories;

/** The form that goes with a number; the last where a text gives fewer forms than its language has categories. */
export function pluralForm(forms: readonly string[], count: number, locale: string): string {
  const { select, categories } = rulesOf(locale);
  return forms[Math.min(categories.indexOf(select.select(count)), forms.length - 1)];
}
