/** What is said of files that come in; these texts come with the code that takes files in (ADR 31). */
export const incoming = {
  incoming: {
    leftOut_one: '{{count, number}} other file left out.',
    leftOut_other: '{{count, number}} other files left out.',
    noPictures_one: 'No pictures there: {{count, number}} file left out.',
    noPictures_other: 'No pictures there: {{count, number}} files left out.',
    empty: 'No pictures there.',
    which: 'Show which',
    title: 'Files left out',
    more: '{{more}} more',
    opening: 'Opening {{name}}: {{done}} of {{total}} files.',
    reasons: {
      other: 'Not a picture',
      list: 'Text: drop it by itself, or on the tags, to add tags',
      sidecar: 'Notes about a picture',
      system: 'A file of the system',
      archive: 'An archive within: unpack it first',
      encrypted: 'Locked by a password: unpack it first',
      damaged: 'Damaged in the archive',
      'too-large': 'Too large to unpack here: unpack it first',
    },
    same_one: '{{count, number}} picture is the same as another.',
    same_other: '{{count, number}} pictures are the same as others.',
    keepOne: 'Keep one of each',
    keepAll: 'Keep all',
  },
} as const
