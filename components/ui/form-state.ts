/**
 * What a server action answers to the form that called it, in words already: the action knows the
 * reader's language, the browser gets only the sentence that it needs. `null`: nothing asked yet.
 */
export type FormState = null | RefusedForm | { kind: 'done'; message: string };

export type RefusedForm = {
  kind: 'refused';
  message: string;
  /** A sentence per field, in the order of the form. */
  fields?: Readonly<Record<string, string>>;
  /** What was typed, to show again. Never a code, password or other secret. */
  values?: FormValues;
};

export type FormValues = Readonly<Record<string, string | readonly string[]>>;

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

/** The fields that may be shown again after a refusal: only those that are named here. */
export function keptValues(form: FormData, names: readonly string[]): FormValues {
  return Object.fromEntries(
    names.map((name) => {
      const all = form.getAll(name).filter((value) => typeof value === 'string');
      return [name, all.length > 1 ? all : (all[0] ?? '')];
    }),
  );
}
