import type { Words } from './words';

export const nl = {
  title: 'Importeren',
} as const;

export const en: Words<typeof nl> = {
  title: 'Import',
};
