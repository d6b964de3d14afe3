/** Files of a `paste` event; empty for text. */
export const filesFromPaste = ({ clipboardData }: ClipboardEvent): readonly File[] => [
  ...(clipboardData?.files ?? []),
]

/** Puts text on the clipboard; resolves to whether it is there now. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

const readPictures = async (): Promise<readonly File[]> => {
  try {
    const items = await navigator.clipboard.read()
    const files = items.map(async (item) => {
      const type = item.types.find((candidate) => candidate.startsWith('image/'))
      return type ? new File([await item.getType(type)], 'Pasted picture', { type }) : null
    })
    return (await Promise.all(files)).filter((file) => file !== null)
  } catch {
    // The person said no, or there is nothing to read.
    return []
  }
}

/** Reads pictures from the clipboard at a button's press; `null` where a page may not. */
export const clipboardReader = (): (() => Promise<readonly File[]>) | null =>
  'clipboard' in navigator && 'read' in navigator.clipboard ? readPictures : null
