/** What the scores of a tag say; these texts come with them (ADR 31). */
export const scores = {
  scores: {
    title: 'Scores',
    threshold: 'Least score of “{{tag}}”',
    unset: 'No threshold',
    effect: '{{kept}} kept, {{lost}} lost',
    range: {
      title: 'Only these scores',
      label: 'Score of',
      least: 'Least score of “{{tag}}” that is shown',
      most: 'Greatest score of “{{tag}}” that is shown',
      shown: '{{shown}} of {{total}} shown',
      hint: 'Draw over the bars, or move an end.',
      open: 'Show only some scores',
    },
    counting: 'Counting…',
    failed: 'The list cannot be sorted now, so no scores are counted.',
    none: 'No picture has been scored yet.',
    noTag: 'Add a tag to see its scores.',
    noModel: 'There is no model that reads tags.',
    own: 'Your own classifier answers now. Let the words answer to see their scores.',
    uncalibrated:
      'This model’s files do not say what its numbers mean in percent, so no threshold can be set.',
  },
} as const
