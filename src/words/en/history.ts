/** What undo and redo say. */
export const history = {
  undo: 'Undo',
  redo: 'Redo',
  /** Lines of the palette. */
  undoStep: 'Undo: {{step}}',
  redoStep: 'Redo: {{step}}',
  /** Notices of what has happened. */
  undone: 'Undone: {{step}}',
  redone: 'Redone: {{step}}',
  /** What a step does, as a phrase behind these. */
  steps: {
    'add-tag': 'add “{{tag}}”',
    'add-tags_one': 'add {{count, number}} tag',
    'add-tags_other': 'add {{count, number}} tags',
    'remove-tag': 'remove “{{tag}}”',
    'edit-tag': 'change “{{tag}}”',
    'move-tag': 'move “{{tag}}”',
    'set-threshold': 'threshold of “{{tag}}”',
    'replace-tags': 'replace all tags',
    'open-project': 'open a project',
    'open-link': 'what the link set',
    'leave-link': 'back from the link',
    'add-pictures_one': 'add {{count, number}} picture',
    'add-pictures_other': 'add {{count, number}} pictures',
    'remove-pictures_one': 'remove {{count, number}} picture',
    'remove-pictures_other': 'remove {{count, number}} pictures',
    'mark-pictures_one': 'say what {{count, number}} picture is',
    'mark-pictures_other': 'say what {{count, number}} pictures are',
    'part-pictures': 'say that pictures differ',
    'set-template': 'change the template',
    'set-temperature': 'change the temperature',
    'set-rules': 'change the rules of scoring',
  },
} as const
