import { describe, expect, it } from 'vitest';
import { testsOf } from './rules';

describe('names of tests', () => {
  it.each([
    [`it('R12 counts', () => {`, [12]],
    [`test("R12 counts", () => {`, [12]],
    [`describe('R1 R2 both', () => {`, [1, 2]],
    [`it.each([[1]])('R48 %j is %s', (a) => {`, [48]],
    ['it.each([\n  [1],\n] as const)(`R7 %s`, (a) => {', [7]],
    ["test.describe('R26, R27: a veto', () => {", [26, 27]],
    [`it('it’s not R12', () => {`, []],
    [`const text = 'R12 in a string';`, []],
  ])('%s', (text, rules) => {
    expect(testsOf('x.test.ts', text).map((test) => test.rule)).toEqual(rules);
  });
});
