import type { Words } from './words';

export const nl = {
  title: 'Logboek',
} as const;

export const en: Words<typeof nl> = {
  title: 'Audit log',
};
