import { describe, expect, it } from 'vitest';
import { backPath } from './back-path';

describe('backPath', () => {
  it.each([
    ['/cases?tab=waiting', null, '/cases?tab=waiting'],
    [null, 'https://desk.example/cases/7?x=1#secret', '/cases/7?x=1'],
    ['//evil.example', null, '/'],
    ['/\\evil.example', null, '/'],
    ['/ok\\..\\evil', null, '/'],
    ['/a\r\nSet-Cookie: x=1', null, '/'],
    ['https://evil.example/', null, '/'],
    ['javascript:alert(1)', null, '/'],
    [null, 'https://evil.example//other.example/', '/'],
    [null, 'no address', '/'],
    [undefined, null, '/'],
  ])('%j from %j leads to %s', (named, referer, expected) => {
    expect(backPath(named, referer)).toBe(expected);
  });
});
