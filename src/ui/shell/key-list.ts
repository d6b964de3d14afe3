/** A key and what it does. Several keys in a row are pressed together; `or` parts alternatives. */
export interface KeyHelp {
  readonly keys: readonly (readonly string[])[]
  readonly does: string
}

/** What the keys dialog lists, by part of the page. */
export const keyList: readonly { readonly title: string; readonly keys: readonly KeyHelp[] }[] = [
  {
    title: 'Anywhere',
    keys: [
      { keys: [['Ctrl', 'K']], does: 'Search commands' },
      { keys: [['Ctrl', 'V']], does: 'Add the pictures or tags on the clipboard' },
      { keys: [['Ctrl', 'O']], does: 'Choose files' },
      { keys: [['Ctrl', 'Z']], does: 'Undo' },
      { keys: [['Ctrl', 'Shift', 'Z']], does: 'Redo' },
      { keys: [['Esc']], does: 'Close what is on top' },
      { keys: [['?']], does: 'Show these keys' },
    ],
  },
  {
    title: 'Pictures',
    keys: [
      { keys: [['←'], ['→'], ['↑'], ['↓']], does: 'Go to another picture' },
      { keys: [['Shift', '→']], does: 'Extend the selection' },
      { keys: [['Space']], does: 'Mark or unmark' },
      { keys: [['Ctrl', 'A']], does: 'Select all' },
      { keys: [['Enter']], does: 'Open large' },
      { keys: [['Delete']], does: 'Take off the list' },
    ],
  },
  {
    title: 'Large picture',
    keys: [
      { keys: [['←'], ['→']], does: 'Previous or next picture' },
      { keys: [['F']], does: 'Dim what the model did not see' },
      { keys: [['M']], does: 'Show the model’s view' },
      { keys: [['Esc']], does: 'Back to all pictures' },
    ],
  },
  {
    title: 'Tags',
    keys: [
      { keys: [['Enter'], [',']], does: 'Add what was typed' },
      { keys: [['Backspace']], does: 'In the empty field: edit the last tag' },
      { keys: [['Enter'], ['F2']], does: 'Edit' },
      {
        keys: [
          ['Alt', '↑'],
          ['Alt', '↓'],
        ],
        does: 'Move up or down',
      },
      { keys: [['Delete']], does: 'Remove' },
    ],
  },
]
