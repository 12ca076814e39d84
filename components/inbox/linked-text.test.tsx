import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LinkedText } from './linked-text';

it.each([
  ['Klik:\nhttp://localhost:3000/veto#abc\n', 'Klik:\n<a href="http://localhost:3000/veto#abc"'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['<b>x</b> data:text/html,x', '&lt;b&gt;x&lt;/b&gt; data:text/html,x'],
  ['https://a.example/"onmouseover=x', '<a href="https://a.example/"'],
])('makes links of web addresses only: %s', (text, expected) => {
  const html = renderToStaticMarkup(<LinkedText text={text} />);
  expect(html).toContain(expected);
  expect(html.match(/<a /g)?.length ?? 0).toBe(text.includes('://') ? 1 : 0);
});
