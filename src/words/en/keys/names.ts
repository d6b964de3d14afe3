/** What stands on a key. */
export const keys = {
  names: { Space: 'Space', Enter: 'Enter', Delete: 'Delete', Backspace: 'Backspace', Shift: 'Shift' },
} as const
