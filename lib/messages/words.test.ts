import { describe, expect, it } from 'vitest';
import { en } from './en';
import { nl } from './nl';
import { translator } from './translator';

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? ([[`${path}${key}`, value]] as [string, string][])
      : leaves(value, `${path}${key}.`),
  );
}

/** The names of a message's arguments and tags, whatever the language does with them. */
function namesIn(message: string): string[] {
  const plain = message.replace(/''/g, '').replace(/'[{}<>][^']*'/g, '');
  const found = plain.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g);
  return [...new Set([...found].map((match) => match[1] ?? match[2] ?? ''))].sort();
}

describe('the words', () => {
  const english = new Map(leaves(en));

  it('ask for the same arguments in both languages', () => {
    const differing = leaves(nl)
      .filter(([key, text]) => {
        return namesIn(text).join() !== namesIn(english.get(key) ?? '').join();
      })
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it('are nowhere empty', () => {
    const empty = [...leaves(nl), ...leaves(en)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('can be read outside a page, in either language', () => {
    expect(translator('nl', 'shell')('public.help', { organisation: 'Zorgpunt' })).toBe(
      'Vragen? Bel de helpdesk van Zorgpunt op het nummer dat je al kent.',
    );
    expect(translator('en', 'common')('actions.back')).toBe('Back');
  });
});
