import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './language';

describe('chooseLanguage', () => {
  it.each([
    ['a choice of one’s own wins', { cookie: 'en', acceptLanguage: 'nl' }, 'en'],
    ['a cookie with anything else is ignored', { cookie: 'fr', acceptLanguage: 'en' }, 'en'],
    ['the browser decides without a choice', { acceptLanguage: 'en-GB,en;q=0.9,nl;q=0.8' }, 'en'],
    ['the heaviest known wish wins', { acceptLanguage: 'fr, en;q=0.5, nl;q=0.7' }, 'nl'],
    ['a refused language is not chosen', { acceptLanguage: 'en;q=0' }, 'nl'],
    ['nonsense falls back to Dutch', { acceptLanguage: ';;;q=x,,' }, 'nl'],
    ['nothing at all is Dutch', {}, 'nl'],
  ] as const)('%s', (_name, asked, language) => {
    expect(chooseLanguage(asked)).toBe(language);
  });
});
