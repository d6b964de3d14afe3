/** What is said of sorting pictures into folders on disk; these texts come with its dialog (ADR 31). */
export const moving = {
  moving: {
    /** The folder that is made in the one that the person chooses. */
    folder: 'Sorted',
    title: 'Sort into folders on disk',
    intro:
      'Each picture goes into a folder by its tag, in a new folder where you choose. Nothing is written over.',
    choose: 'Choose a folder…',
    into: 'Into {{folder}}',
    how: 'How',
    kinds: {
      copy: 'Copy: the pictures stay where they are too',
      move: 'Move: each is compared with its copy, then deleted where it was',
    },
    copiedOnly_one: '{{count, number}} picture came without its folder, so it is copied either way.',
    copiedOnly_other: '{{count, number}} pictures came without their folders, so they are copied either way.',
    refused:
      'The pictures can be moved only where the browser may change their folder. Allow it, or copy them.',
    go: { copy: 'Copy {{number}}', move: 'Move {{number}}' },
    none: 'No picture is to be sorted.',
    running: { forward: '{{over}} of {{total}} sorted', back: '{{over}} of {{total}} taken back' },
    stopped: {
      forward: 'Stopped: {{over}} of {{total}} are sorted.',
      back: 'Stopped: {{over}} of {{total}} are taken back.',
    },
    goOn: 'Go on',
    takeBack: 'Take back',
    over: {
      forward: '{{number}} of {{total}} are in {{folder}}.',
      back: '{{number}} of {{total}} are as they were.',
    },
    kept_one: '{{count, number}} is still where it was, too.',
    kept_other: '{{count, number}} are still where they were, too.',
    problems_one: '{{count, number}} was left as it is:',
    problems_other: '{{count, number}} were left as they are:',
    problem: '{{picture}}: {{why}}',
    whyNot: {
      gone: 'its file is not there',
      changed: 'it has changed since',
      taken: 'something else is in its place',
      unwritten: 'it could not be written',
    },
    again: 'Sort others',
    failed: 'This could not be begun.',
  },
} as const
