/** The languages of the screens and letters. Dutch comes first and is the fallback. */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];
export const fallbackLanguage: Language = 'nl';

/** The cookie in which a person's own choice is kept. */
export const languageCookie = 'lang';

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The other language: what a switch between two offers. */
export function otherLanguage(language: Language): Language {
  return language === 'nl' ? 'en' : 'nl';
}

/** A person's own choice first, then what the browser asks for, then Dutch. */
export function chooseLanguage(asked: {
  cookie?: string | undefined;
  acceptLanguage?: string | null | undefined;
}): Language {
  if (isLanguage(asked.cookie)) return asked.cookie;
  const wishes = (asked.acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
      return { primary: tag.split('-')[0] ?? '', quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const wish of wishes) if (isLanguage(wish.primary)) return wish.primary;
  return fallbackLanguage;
}
