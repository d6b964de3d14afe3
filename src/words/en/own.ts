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
    learn: 'Learn from these decisions',
    learnTip: 'A classifier of your own then answers in place of the words. A switch leads back to them.',
    learning_one: 'Learning from {{count, number}} example',
    learning_other: 'Learning from {{count, number}} examples',
    examples_one: '{{count, number}} example.',
    examples_other: '{{count, number}} examples.',
    tooFew: 'Too few to say how good the answers are: 5 of each tag are wanted.',
    /** The two numbers: examples, and how many they count as. */
    lookAlike_one: '{{count, number}} example looks like others and counts as {{as}}.',
    lookAlike_other: '{{count, number}} examples look alike and count as {{as}}.',
    markOthers: 'Mark some that differ, or count each.',
    right: '{{share}}% right ({{low}}–{{high}}), words alone {{words}}%.',
    chance: 'No better than chance.',
    notSurely: 'Not surely better than the words.',
    weakest: 'Weakest: {{tag}}.',
    threeOfEach: 'Mark three of each: {{tags}}.',
    /** With several labels, of tags that nothing is said not to be. */
    oneThatIsNot: 'Mark one that is not, too: {{tags}}.',
    versions: 'Versions',
    versionsHow:
      'Kept each time you save it and every ten examples, 20 at most. Compared on the pictures that both were judged on.',
    versionSaved: 'saved',
    versionKept: 'kept by itself',
    versionShare: '{{share}}% right',
    versionCompared_one: 'On {{count, number}} picture of both: {{then}}% then, {{now}}% now.',
    versionCompared_other: 'On {{count, number}} pictures of both: {{then}}% then, {{now}}% now.',
    versionNow: 'answers now',
    restore: 'Restore',
    restoreThis_one: 'Restore {{when}}, {{count, number}} example',
    restoreThis_other: 'Restore {{when}}, {{count, number}} examples',
    name: 'Name it',
    nameHow:
      'Under its name a link opens it here, with its tags, examples and model, and programs and addresses on this device ask it. A name that is there already moves to what answers now.',
    nameField: 'Name',
    nameKeep: 'Keep under this name',
    named: 'Kept as {{name}}.',
    notNamed: 'A name is letters, digits and hyphens, 60 at most.',
    notYet: 'It is still learning. Try again in a moment.',
    copyLink: 'Copy link',
    copyLinkOf: 'Copy link to {{name}}',
    linkCopied: 'Copied. The link opens {{name}} in this browser; elsewhere its file does.',
    linkNotCopied: 'The link could not be copied: {{link}}',
    removeName: 'Remove name',
    removeNameOf: 'Remove name {{name}}',
    noSuch:
      'The link asks for the classifier “{{name}}”, which is not kept in this browser. Open the link where it was named, or open its file here.',
    save: 'Save it',
    saveHow:
      'The whole file goes on learning where it is opened, here or dropped on a page. It holds what the model made of each picture, from which something of it can be guessed, and no pictures or names unless you choose so below. The others hold nothing of them and answer only: the head alone where it is opened here, the rest in other programs.',
    small: 'With small pictures and names of the examples',
    smallHow:
      'For reasons and doubtful labels that can be looked at where it is opened. Only in the whole file.',
    /** About how large. */
    smallAdds_one: 'Of {{count, number}} example, about {{size}} more. Anyone who opens the file sees it.',
    smallAdds_other:
      'Of {{count, number}} examples, about {{size}} more. Anyone who opens the file sees them.',
    smallNone: 'No picture of an example is here: only names would go along.',
    smallMaking: 'Drawing small pictures',
    smallStop: 'Stop',
    saveAs: {
      taglens: 'Whole (.taglens)',
      head: 'Head alone (.taglens)',
      onnx: 'Head as ONNX',
      python: 'Head in Python',
      javascript: 'Head in JavaScript',
    },
    markedAs_one: '{{count, number}} picture marked. Undo takes it back.',
    markedAs_other: '{{count, number}} pictures marked. Undo takes it back.',
    /** Before the names of the examples of a tag that a picture is most like. */
    like: '{{tag}}, most like:',
    reliability: 'Does it know how sure it is?',
    reliabilityHow: 'A fifth of the held-out answers each, from the least sure on.',
    saidSure: 'Said to be sure',
    wereRight: 'Were right',
    answersHead: 'Answers',
    percent: '{{share}}%',
    dropHere: 'Let go on what it is',
    open: 'Open a classifier…',
    openTip:
      'Puts the tags and examples of a .taglens file in place of the tags that are here. Undo takes it back.',
    opened_one: 'Opened with {{count, number}} example.',
    opened_other: 'Opened with {{count, number}} examples.',
    files: {
      none: '{{name}} is no classifier of this app.',
      newer: '{{name}} is of a later version. Reload the page and open it again.',
      'too-large': '{{name}} is larger than any classifier that can be opened here.',
      damaged: '{{name}} is damaged. Save it again where it was made.',
    },
    otherModel:
      '{{name}} was made with {{model}}, whose numbers mean nothing to the model here. Load that model and open it again, or take its examples alone: pictures that are on the list are read again.',
    nearly:
      '{{name}} was saved at another precision or on another device, whose numbers differ a little from those here. Look at some answers before you rely on them.',
    otherRun:
      '{{name}} was made with {{model}} at another precision or on another device, whose numbers differ too much from those here. Choose that precision and open it again, or take its examples alone: pictures that are on the list are read again.',
    withoutVectors: 'Take the examples alone',
    headOpened:
      '{{name}} answers until you leave the page. It holds no examples: it cannot learn more, and how good it is cannot be said. Undo takes it back.',
    headAnswers:
      'From a file without examples: it answers, and cannot learn more. Examples of two tags begin one that can.',
    headLacks:
      'The classifier from the file has not learned {{tags}} and never answers so. Give two tags an example each, and one that learns takes its place.',
    letWords: 'Let the words answer',
    headOtherModel:
      '{{name}} was made with {{model}}, whose numbers mean nothing to the model here, and holds no examples to read again. Load that model and open it again.',
    headOtherRun:
      '{{name}} was made with {{model}} at another precision or on another device, whose numbers differ too much from those here, and holds no examples to read again. Choose that precision and open it again.',
    goodBegin: 'Least like {{tag}} first',
    goodTip:
      'For where only good ones are at hand: sorts pictures by how unlike them they are. It finds no faults.',
    goodEnd: 'End this order',
    goodSorted_one: 'Sorted by how unlike the {{count, number}} example of {{tag}} they are.',
    goodSorted_other: 'Sorted by how unlike the {{count, number}} examples of {{tag}} they are.',
    goodThis: 'Unlikeness of this picture: {{value}}.',
    goodUsual: '19 of 20 examples are below {{usual}}.',
    goodNext:
      'This says how much a picture differs, not whether anything is wrong with it. With 5 examples of another tag it is a classifier.',
    details: 'How good is it?',
    reportTitle: 'How good your classifier is',
    reportHow:
      'Each example was answered by a classifier that had not learned from it. The range is where the share of new pictures lies, 19 times of 20.',
    surelyBetter: 'Surely better than the words alone, by a paired test.',
    byTag: 'Tag by tag',
    tagHead: 'Tag',
    examplesHead: 'Examples',
    precision: 'Right of those named so',
    recall: 'Found of those that are',
    f1: 'Both (F1)',
    few: 'too few to say',
    table: 'What was answered',
    tableHow: 'Rows are what you said, columns what was answered. A number shows its pictures.',
    cell_one: '{{count, number}} picture: {{truth}}, answered {{answer}}',
    cell_other: '{{count, number}} pictures: {{truth}}, answered {{answer}}',
    /** Above the pictures of a cell. */
    answered: '{{truth}}, answered {{answer}}',
    yes: 'yes',
    no: 'no',
    suspects: 'Perhaps under a wrong tag',
    suspectsHow: 'Their answer is another than what you said, and a sure one. Nothing is changed by itself.',
    showPictures_one: 'Show {{count, number}} picture',
    showPictures_other: 'Show {{count, number}} pictures',
    alike_one: '{{count, number}} group of pictures that look the same',
    alike_other: '{{count, number}} groups of pictures that look the same',
    alikeHow:
      'Such as frames of one moment. A group counts as one picture and is held out as a whole, unless you say that each is one of its own.',
    /** Before examples of a number of the table. */
    notListed: '{{what}}, not on the list:',
    moreExamples_one: 'and {{count, number}} more',
    moreExamples_other: 'and {{count, number}} more',
    split: 'Count each',
    alikeChip: 'Look the same',
    next: 'Next picture',
    nextTip: 'Goes to the picture that the classifier is least sure of: what you say of it teaches most.',
  },
} as const
