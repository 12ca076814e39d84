import type { ReactNode } from 'react';
import { buttonClass } from './button-look';
import { controlClass } from './field';

/** A search that is an address: a GET form, so that it can be kept, shared and gone back to. */
export function SearchForm({
  action,
  name = 'q',
  value,
  label,
  placeholder,
  submit,
  kept = {},
  children,
}: {
  action: string;
  name?: string;
  value?: string | undefined;
  label: string;
  placeholder?: string;
  submit: string;
  /** What else is in the address and stays there. */
  kept?: Readonly<Record<string, string | undefined>>;
  /** More controls, as selects or dates. */
  children?: ReactNode;
}) {
  return (
    <search className="mb-3.5">
      <form action={action} className="flex flex-wrap items-end gap-2.5">
        {Object.entries(kept).map(
          ([key, held]) => held && <input key={key} type="hidden" name={key} value={held} />,
        )}
        <input
          type="search"
          name={name}
          defaultValue={value}
          aria-label={label}
          placeholder={placeholder ?? label}
          className={`${controlClass} min-w-52 flex-1`}
        />
        {children}
        <button type="submit" className={buttonClass('default')}>
          {submit}
        </button>
      </form>
    </search>
  );
}
