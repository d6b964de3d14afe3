import type { keyHelp } from '../../../words/en/keys/help'

/** A text of the list of keys. */
type KeyText = `keys.${keyof (typeof keyHelp)['keys']}`

/** A key and what it does. Several keys in a row are pressed together; `or` parts alternatives. */
export interface KeyHelp {
  readonly keys: readonly (readonly string[])[]
  readonly does: KeyText
}

/** What the keys dialog lists, by part of the page. */
export const keyList: readonly { readonly title: KeyText; readonly keys: readonly KeyHelp[] }[] = [
  {
    title: 'keys.anywhere',
    keys: [
      { keys: [['Ctrl', 'K']], does: 'keys.commands' },
      { keys: [['Ctrl', 'V']], does: 'keys.paste' },
      { keys: [['Ctrl', 'O']], does: 'keys.open' },
      { keys: [['Ctrl', 'Z']], does: 'keys.undo' },
      { keys: [['Ctrl', 'Shift', 'Z']], does: 'keys.redo' },
      { keys: [['Esc']], does: 'keys.close' },
      { keys: [['?']], does: 'keys.help' },
    ],
  },
  {
    title: 'keys.pictures',
    keys: [
      { keys: [['←'], ['→'], ['↑'], ['↓']], does: 'keys.go' },
      { keys: [['Shift', '→']], does: 'keys.extend' },
      {
        keys: [
          ['Ctrl', 'Space'],
          ['Shift', 'Space'],
        ],
        does: 'keys.mark',
      },
      { keys: [['Ctrl', 'A']], does: 'keys.selectAll' },
      { keys: [['Space']], does: 'keys.openLarge' },
      { keys: [['Delete']], does: 'keys.takeOff' },
      { keys: [['+'], ['-']], does: 'keys.cardSize' },
      { keys: [['1'], ['9']], does: 'keys.teach' },
      { keys: [['Enter']], does: 'keys.accept' },
      { keys: [['X']], does: 'keys.teachNone' },
      { keys: [['U']], does: 'keys.unteach' },
      { keys: [['N'], ['P']], does: 'keys.undecided' },
      { keys: [['Shift', '1']], does: 'keys.teachNot' },
    ],
  },
  {
    title: 'keys.large',
    keys: [
      { keys: [['←'], ['→']], does: 'keys.step' },
      { keys: [['1'], ['9'], ['Enter'], ['X']], does: 'keys.decideLarge' },
      { keys: [['F']], does: 'keys.frame' },
      { keys: [['M']], does: 'keys.view' },
      { keys: [['W']], does: 'keys.why' },
      { keys: [['+'], ['-']], does: 'keys.zoom' },
      { keys: [['0']], does: 'keys.fit' },
      { keys: [['←'], ['→'], ['↑'], ['↓']], does: 'keys.pan' },
      { keys: [['Esc'], ['Space']], does: 'keys.back' },
    ],
  },
  {
    title: 'keys.tags',
    keys: [
      { keys: [['Enter'], [',']], does: 'keys.addTyped' },
      { keys: [['Backspace']], does: 'keys.editLast' },
      { keys: [['Enter'], ['F2']], does: 'keys.edit' },
      {
        keys: [
          ['Alt', '↑'],
          ['Alt', '↓'],
        ],
        does: 'keys.move',
      },
      { keys: [['Delete']], does: 'keys.remove' },
    ],
  },
]
