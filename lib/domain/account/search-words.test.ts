import { describe, expect, it } from 'vitest';
import { wordsOfAccount, wordsToFind } from './search-words';

const bjorn = wordsOfAccount({
  displayName: 'Björn Østergård-de Wit',
  signIn: 'b.ostergard@zorgpunt.example',
  emails: ['bjorn_84@example.dk'],
  numbers: ['+31612345601', '0612345601'],
});

const finds = (text: string): boolean => {
  const typed = wordsToFind(text);
  return typed.length > 0 && typed.every((t) => bjorn.some((word) => word.startsWith(t)));
};

describe('the words by which an account is found', () => {
  it.each([
    ['first name', 'björn'],
    ['without the accents', 'Bjorn Ostergard'],
    ['in capitals, in another order', 'ØSTERGÅRD BJÖRN'],
    ['the beginning of a word', 'oster'],
    ['the second half of a double name', 'wit'],
    ['the sign-in as it stands', 'b.ostergard@zorgpunt.example'],
    ['the beginning of an address', 'bjorn_84@ex'],
    ['a part of an address', '84'],
    ['a number inside the country', '06-12 34 56 01'],
    ['a number with its country', '+31 (0)6 1234 5601'],
    ['a number with 00', '0031612345601'],
    ['the beginning of a number', '06 1234'],
    ['a name and a number together', 'bjorn 06 12 34 56 01'],
    ['words with punctuation around them', '"Björn," (Wit)'],
  ])('%s: %s', (_, text) => expect(finds(text)).toBe(true));

  it.each([
    ['one word too many', 'bjorn jansen'],
    ['another number', '06 12 34 56 02'],
    ['the end of a word', 'gard'],
    ['nothing that is a word', '.,-'],
  ])('not by %s: %s', (_, text) => expect(finds(text)).toBe(false));

  it('takes no endless text', () => {
    expect(wordsToFind('a '.repeat(5_000)).length).toBeLessThan(7);
    expect(wordsToFind('x'.repeat(5_000))[0]?.length).toBe(100);
  });
});
