'use client';
import { createContext, useContext } from 'react';
import type { FormValues } from './form-state';

interface FormAnswer {
  id: string;
  fields: Readonly<Record<string, string>>;
  values: FormValues;
  pendingWord: string;
}

export const FormContext = createContext<FormAnswer>({
  id: '',
  fields: {},
  values: {},
  pendingWord: '',
});

/** The id of a field's control, by which the summary of a refusal leads to it. */
export function fieldId(formId: string, name: string): string {
  return formId ? `${formId}-${name}` : name;
}

/** What the form that a field stands in knows about it: its id, its refusal, what was typed. */
export function useFieldAnswer(name: string) {
  const form = useContext(FormContext);
  const typed = form.values[name];
  const list: readonly string[] | undefined =
    typeof typed === 'string' ? (typed === '' ? [] : [typed]) : typed;
  return {
    id: fieldId(form.id, name),
    problem: form.fields[name],
    typed: typeof typed === 'string' ? typed : typed?.[0],
    typedList: list,
  };
}
