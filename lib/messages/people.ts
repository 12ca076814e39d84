import type { Words } from './words';

export const nl = {
  title: 'Mensen',
} as const;

export const en: Words<typeof nl> = {
  title: 'People',
};
