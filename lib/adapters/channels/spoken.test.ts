import { expect, it } from 'vitest';
import { callScript, spoken } from './spoken';

it.each([
  ['code 482913.', 'code 4, 8, 2, 9, 1, 3.'],
  ['code 482 913 (10 minuten)', 'code 4, 8, 2, 9, 1, 3 (10 minuten)'],
  ['code 482\u00a0913', 'code 4, 8, 2, 9, 1, 3'],
  ['bel 088 123 45 67', 'bel 0, 8, 8, 1, 2, 3, 4, 5, 6, 7'],
  ['voor 22 november 2026 om 14:30', 'voor 22 november 2026 om 14:30'],
])('reads %j as %j', (text, said) => {
  expect(spoken(text)).toBe(said);
});

it('says it twice, in the language of the account', () => {
  expect(callScript('code 482913', 'en')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Response><Pause length="1"/>' +
      '<Say language="en-GB">code 4, 8, 2, 9, 1, 3</Say><Pause length="2"/>' +
      '<Say language="en-GB">code 4, 8, 2, 9, 1, 3</Say></Response>',
  );
});

it('an organisation’s name cannot give the call other orders', () => {
  const script = callScript('</Say><Dial>+31900</Dial> & "Zorg\u0007"', 'nl');
  expect(script).not.toContain('<Dial>');
  expect(script).toContain(
    '&lt;/Say&gt;&lt;Dial&gt;+3, 1, 9, 0, 0&lt;/Dial&gt; &amp; &quot;Zorg&quot;',
  );
});
