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
    reading: 'Reading a picture from {{host}}.',
    held: 'Paused: the airplane switch is on. The picture from {{host}} is read when it is off.',
    addressText: 'The address of a picture, a line each.',
    addressHint: 'Its site must let other pages read it. The app asks without cookies, and the log shows it.',
    addressWrong: 'This is not a web address: {{text}}',
    addressAdd: 'Add',
    addressesLeftOut_one: '{{count, number}} web address left out.',
    addressesLeftOut_other: '{{count, number}} web addresses left out.',
    found: '{{number}} found…',
    opening: 'Opening {{name}}: {{done}} of {{total}} files.',
    /** `names` are of the folders, perhaps with more. */
    folders_one: 'These pictures came in {{count, number}} folder: {{names}}. Is that what they show?',
    folders_other: 'These pictures came in {{count, number}} folders: {{names}}. Is that what they show?',
    table_one: '{{name}} says of {{count, number}} picture here what it is ({{of}} rows).',
    table_other: '{{name}} says of {{count, number}} pictures here what they are ({{of}} rows).',
    markThem: 'Mark them so',
    dontMark: 'Not now',
    reasons: {
      other: 'Not a picture',
      list: 'Text: drop it by itself, or on the tags, to add tags',
      video: 'A video: drop it by itself to rank it live',
      sidecar: 'Notes about a picture',
      system: 'A file of the system',
      archive: 'An archive within: unpack it first',
      'leads-out': 'Its name leads out of the archive: unpack it first',
      encrypted: 'Locked by a password: unpack it first',
      damaged: 'Damaged in the archive',
      'too-large': 'Too large to unpack here: unpack it first',
    },
    same_one: '{{count, number}} picture is the same as another.',
    same_other: '{{count, number}} pictures are the same as others.',
    keepOne: 'Keep one of each',
    keepAll: 'Keep all',
    noise:
      'This browser changes pixels a little as pages read them, against tracking. Scores can differ from those elsewhere. Let this site read canvases, or use another browser, for exact ones.',
  },
} as const

/** What is said of files of results; these texts come with the code that writes them (ADR 31). */
export const exporting = {
  exporting: {
    title: 'Export',
    which: 'Which pictures',
    scopes: { all: 'All: {{number}}', shown: 'Shown: {{number}}', marked: 'Marked: {{number}}' },
    as: 'As',
    kinds: {
      csv: 'Table (CSV)',
      json: 'JSON, all in one',
      jsonl: 'JSON, a line for each',
      npz: 'Vectors for NumPy (NPZ)',
      zip: 'Pictures in folders by tag (ZIP)',
    },
    go: 'Export',
    progress: 'Exporting {{done}} of {{total}}',
    unread_one: '{{count, number}} picture is not in the archive: its file can no longer be read.',
    unread_other: '{{count, number}} pictures are not in the archive: their files can no longer be read.',
  },
} as const
