import { describe, expect, it } from 'vitest';
import { runbookFor, SYMPTOMS, symptomOf } from './symptom';

describe('runbooks', () => {
  it.each(SYMPTOMS)('%s has something to try, nothing twice', (symptom) => {
    const { tries } = runbookFor(symptom);
    expect(tries.length).toBeGreaterThan(0);
    expect(new Set(tries).size).toBe(tries.length);
  });

  it('a symptom that is no longer asked gets the general steps', () => {
    expect(symptomOf('toString')).toBe('other');
    expect(runbookFor('asked in an older version')).toBe(runbookFor('other'));
  });
});
