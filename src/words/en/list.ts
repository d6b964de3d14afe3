/** What stands above many pictures; these texts come with it (ADR 31). */
export const list = {
  list: {
    chips: 'Only shown',
    failed: 'Could not be read',
    sorts: {
      path: 'By folder and name',
      date: 'Newest first',
      size: 'Largest first',
      tag: 'Best “{{tag}}” first',
    },
    reversed: 'The other way round',
  },
} as const
