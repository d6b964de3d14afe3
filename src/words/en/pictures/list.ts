/** What stands above many pictures; these texts come with it (ADR 31). */
export const list = {
  list: {
    chips: 'Only shown',
    failed: 'Could not be read',
    nothingShown: 'No picture passes this filter.',
    showAll: 'Show all pictures',
    sort: 'Sort',
    filter: 'Filter',
    filterAll: 'All tags',
    filterOff: 'Stop showing only {{tag}}',
    sorts: {
      added: 'In order of arrival',
      name: 'By name',
      score: 'Surest first',
      unsure: 'Least sure first',
      words: 'Like “{{words}}” first',
      similar: 'Most like the one in focus',
      path: 'By folder and name',
      date: 'Newest first',
      size: 'Largest first',
      tag: 'Best “{{tag}}” first',
    },
    search: 'Search by words',
    searchOff: 'Stop sorting by “{{words}}”',
    searching: 'Looking for “{{words}}”',
    reversed: 'The other way round',
  },
} as const
