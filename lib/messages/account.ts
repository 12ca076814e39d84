import type { Words } from './words';

export const nl = {
  title: 'Account',
} as const;

export const en: Words<typeof nl> = {
  title: 'Account',
};
