/** What is said of deciding what pictures are; these texts come with it (ADR 31). */
export const review = {
  review: {
    title: 'Decision',
    /** Before the tags, which are buttons, where several pictures are selected. */
    selected_one: '{{count, number}} selected:',
    selected_other: '{{count, number}} selected:',
    accept: 'Accept',
    acceptTip: 'Takes what the model says for what it is',
    none: 'None of these',
    clear: 'Clear',
    clearTip: 'Takes back what was decided',
    /** What the person has decided, apart from what the model says. */
    decided: 'Decided: {{tags}}',
    spoken: 'decided: {{tags}}',
    count_one: '{{count, number}} decided',
    count_other: '{{count, number}} decided',
    onlyDecided: 'Decided',
    onlyUndecided: 'Undecided',
    begin: 'Review: undecided, least sure first',
    allDecided: 'Everything that is shown is decided.',
    nothingToAccept: 'There is no answer to accept here.',
    notRead: 'This has not been read yet.',
    commands: {
      accept_one: 'Accept what the model says',
      accept_other: 'Accept what the model says of {{count, number}} pictures',
      none: 'Decide: none of these',
      clear: 'Take back the decision',
      tag: 'Decide: {{tag}}',
      next: 'Go to the next undecided picture',
      previous: 'Go to the previous undecided picture',
    },
  },
} as const
