/** The parts of the desk, in the order of the menu, and where each begins. */
export const sectionPaths = {
  queue: '/queue',
  approvals: '/approvals',
  accounts: '/accounts',
  people: '/people',
  audit: '/audit',
  import: '/import',
} as const;

export type Section = keyof typeof sectionPaths;
