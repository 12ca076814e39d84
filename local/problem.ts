/** A failure that somebody can do something about: what happened, why, and what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    what: string,
    readonly why = '',
    readonly advice: string[] = [],
  ) {
    super(what);
  }

  text(): string {
    const why = this.why.trim() ? `\n${indent(this.why.trim())}` : '';
    const advice = this.advice.map((line) => `\n→ ${line}`).join('');
    return `${this.message}${why}${advice}`;
  }
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

/** The useful part of an error of a command that was run, or of anything thrown. */
export function explainProblem(error: unknown): string {
  const { stderr } = (error ?? {}) as { stderr?: Buffer | string };
  const said = stderr?.toString().trim();
  if (said) return said;
  return error instanceof Error ? error.message : String(error);
}
