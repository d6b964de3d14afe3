/** What is said of a classifier of the person's own; these texts come with its first example (ADR 31). */
export const own = {
  own: {
    /** Before the tags, which are buttons. */
    thisIs: 'This is:',
    isNot: 'This is not:',
    /** A tag among them, with how many examples it has. */
    tag_one: '{{tag}}, {{count, number}} example',
    tag_other: '{{tag}}, {{count, number}} examples',
    says: 'What you say',
    is: 'Is',
    not: 'Is not',
    another: 'Another tag',
    answersBy: 'What answers',
    words: 'Words',
    mine: 'Mine',
    begin:
      'Say what this picture is, then another of another tag: from two tags on, the answers follow your examples.',
    beginMulti:
      'Say what this picture is, and of another that it is not: then the answers follow your examples.',
    learning_one: 'Learning from {{count, number}} example',
    learning_other: 'Learning from {{count, number}} examples',
    examples_one: '{{count, number}} example.',
    examples_other: '{{count, number}} examples.',
    tooFew: 'Too few to say how good the answers are: 5 of each tag are wanted.',
    right: '{{share}}% right ({{low}}–{{high}}), words alone {{words}}%.',
    chance: 'No better than chance.',
    notSurely: 'Not surely better than the words.',
    weakest: 'Weakest: {{tag}}.',
    next: 'Next picture',
    nextTip: 'Goes to the picture that the classifier is least sure of: what you say of it teaches most.',
  },
} as const
