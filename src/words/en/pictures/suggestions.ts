/** What is said where tags are suggested; these texts come with it (ADR 31). */
export const suggestions = {
  suggestions: {
    title: 'Suggested tags',
    of: 'Suggestions for',
    picture: 'This picture',
    list: 'All pictures',
    add: 'Add the tag {{tag}}',
    addFor: 'Add the tag {{tag}}, which says most of {{number}}',
    remove: 'Remove the tag {{tag}}',
    addAll: 'Add all',
    again: 'What else?',
    encoding: 'Reading words: {{done}} of {{total}}',
    waits: 'Words are read when nothing else is: {{done}} of {{total}}',
    stop: 'Stop',
    goOn: 'Go on',
    stopped: 'Stopped: {{done}} of {{total}} words are read.',
    looking: 'Comparing pictures with words',
    compared:
      'From {{words}} English words of the app’s own. The number is how many pictures a word says most of.',
    comparedOne: 'From {{words}} English words of the app’s own.',
    drawings:
      '{{name}} knows drawings of few things, and suggests from those {{words}} names alone. A photo model has many more.',
    nothing: 'No other word fits.',
    unread: 'No picture has been read yet that this model can tell.',
    nameGroups: 'Name them by what they show',
    naming: 'Naming the groups…',
  },
} as const
