import { classes } from './classes';

/**
 * `primary`: the one thing to do here. `default`: another thing that can be done. `quiet`: a way
 * out. `danger`: ends or takes away; at most one on a page, and then there is no primary.
 */
export type ButtonLook = 'primary' | 'default' | 'quiet' | 'danger' | 'danger-outline';
/** `large` fills the width, for a thumb on a phone. */
export type ButtonSize = 'normal' | 'large';

const looks: Record<ButtonLook, string> = {
  primary: 'border-brand bg-brand text-brand-ink hover:border-brand-strong hover:bg-brand-strong',
  default: 'border-line-strong bg-card text-ink hover:bg-sunk',
  quiet: 'border-transparent text-ink-2 hover:bg-sunk hover:text-ink',
  danger: 'border-stop bg-stop text-stop-ink hover:opacity-90',
  'danger-outline': 'border-stop text-stop hover:bg-stop hover:text-stop-ink',
};

export function buttonClass(look: ButtonLook = 'default', size: ButtonSize = 'normal'): string {
  return classes(
    'inline-flex items-center justify-center gap-2 text-center font-semibold no-underline',
    'aria-disabled:cursor-progress aria-disabled:opacity-70',
    size === 'large'
      ? 'min-h-13 w-full rounded-lg border-2 px-5 py-3 text-lead'
      : 'min-h-10 rounded-md border px-4 py-2 text-body',
    looks[look],
  );
}
