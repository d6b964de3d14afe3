/** What the dialog of the person's own sets says; these texts come with it (ADR 31). */
export const tagSets = {
  tagSets: {
    title: 'Your tag sets',
    name: 'Name of a new set',
    keep_one: 'Save {{count, number}} tag',
    keep_other: 'Save {{count, number}} tags',
    kept: 'Saved as “{{name}}”.',
    replace: 'Replace it',
    list: 'Your sets',
    none: 'None yet. Name the present tags to have them here at every visit.',
    tags_one: '{{count, number}} tag',
    tags_other: '{{count, number}} tags',
    use: 'Use {{name}}',
    useShort: 'Use',
    rename: 'Rename {{name}}',
    newName: 'New name of {{name}}',
    remove: 'Delete {{name}}',
    removed: 'Deleted “{{name}}”.',
    undo: 'Undo',
    pictures: 'Tags that are pictures are not saved.',
    refusals: {
      'no-name': 'A set needs a name.',
      'no-tags': 'There are no tags to save.',
      taken: 'There is a set of this name already.',
      'too-many': 'There are too many sets. Delete one first.',
    },
  },
} as const
