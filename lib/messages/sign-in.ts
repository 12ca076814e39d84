import type { Words } from './words';

export const nl = {
  title: 'Aanmelden',
} as const;

export const en: Words<typeof nl> = {
  title: 'Sign in',
};
