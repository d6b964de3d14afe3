/** What the page itself says of privacy; the rest comes with the dialog. */
export const privacy = {
  title: 'Privacy',
  airplane: 'Airplane switch',
} as const
