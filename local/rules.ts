import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Ties each rule of safety to the tests that fail without it, and writes docs/safety.md from both. A
 * rule of a demanded issue without a test is a fault; so is a document that is older than the tests.
 */

const list = z.object({
  /** The issues whose rules must have a test now. */
  demanded: z.array(z.enum(['a', 'b', 'c'])),
  rules: z.array(
    z.object({ number: z.number().int(), issue: z.enum(['a', 'b', 'c']), line: z.string() }),
  ),
});

interface RuleTest {
  rule: number;
  name: string;
  file: string;
}

const FOLDERS = ['lib', 'app', 'components', 'workers', 'prisma', 'local', 'test', 'e2e', 'bench'];
/** `test('R12 …'`, `it.each(…)('R12 …'`, `describe("R12 …"`: the number opens the name. */
const NAME =
  /\b(?:it|test|describe)\b[^'"`\n]{0,80}?\(\s*(['"`])((?:R\d+[ ,+&/]*)+(?:(?!\1)[^\\\n]|\\.)*)\1/g;
const EACH = /\](?: as const)?\s*\)\s*\(\s*(['"`])((?:R\d+[ ,+&/]*)+(?:(?!\1)[^\\\n]|\\.)*)\1/g;

/** A named row of a table of tests: `['R3 …', …]`. */
const ROW = /\[\s*(['"`])((?:R\d+[ ,+&/]*)+(?:(?!\1)[^\\\n]|\\.)*)\1\s*,/g;

export interface RulesFound {
  missing: number[];
  unknown: RuleTest[];
  text: string;
}

export function findRules(root: string): RulesFound {
  const { demanded, rules } = list.parse(
    JSON.parse(readFileSync(join(root, 'docs/rules.json'), 'utf8')),
  );
  const tests = FOLDERS.flatMap((folder) => testFiles(root, folder)).flatMap((file) =>
    testsOf(file, readFileSync(join(root, file), 'utf8')),
  );
  const tested = new Set(tests.map((test) => test.rule));
  const known = new Set(rules.map((rule) => rule.number));
  return {
    missing: rules
      .filter((rule) => demanded.includes(rule.issue) && !tested.has(rule.number))
      .map((rule) => rule.number),
    unknown: tests.filter((test) => !known.has(test.rule)),
    text: documentOf(rules, tests),
  };
}

/** Every rule that the names of a test file begin with; `R1 R2 …` counts for both. */
export function testsOf(file: string, text: string): RuleTest[] {
  const found: RuleTest[] = [];
  for (const match of [NAME, EACH, ROW].flatMap((form) => [...text.matchAll(form)])) {
    const name = match[2] ?? '';
    const opening = /^(?:R\d+[ ,+&/]*)+/.exec(name)?.[0] ?? '';
    for (const [number] of opening.matchAll(/\d+/g)) {
      const test = { rule: Number(number), name, file };
      if (!found.some((other) => other.rule === test.rule && other.name === name)) found.push(test);
    }
  }
  return found;
}

/** Writes docs/safety.md; true when it was already so. */
export function writeDocument(root: string, text: string): boolean {
  const file = join(root, 'docs/safety.md');
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return true;
  writeFileSync(file, text);
  return false;
}

function documentOf(rules: z.infer<typeof list>['rules'], tests: RuleTest[]): string {
  const lines = [
    '# The rules of safety and their tests',
    '',
    'Made by `npm run check` from `docs/rules.json` and the names of the tests. Each test fails when',
    'its rule is taken out. The letter names the part that brings the rule: a, a case end to end; b, the',
    "account holder's side; c, the desk around the case.",
  ];
  for (const rule of rules) {
    const own = tests
      .filter((test) => test.rule === rule.number)
      .sort((a, b) => a.file.localeCompare(b.file) || a.name.localeCompare(b.name));
    lines.push('', `## R${rule.number} (${rule.issue})`, '', rule.line, '');
    if (own.length === 0) lines.push('No test yet.');
    for (const test of own) lines.push(`- \`${test.file}\`: ${test.name.replaceAll('\\', '')}`);
  }
  return `${lines.join('\n')}\n`;
}

function testFiles(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const below = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        return entry.name === 'node_modules' || entry.name === 'generated'
          ? []
          : testFiles(root, below);
      }
      return /\.(test|spec)\.tsx?$/.test(entry.name) ? [below] : [];
    });
}
