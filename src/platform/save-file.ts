/** What Chromium's picker of files to write is; TypeScript's library does not know it. */
type SavePicker = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>

/**
 * Asks where a file is to be written, so that it goes there as it is made; called within a press. Chromium alone can.
 */
export const pickSaveFile = async (
  suggestedName: string,
): Promise<FileSystemFileHandle | 'cannot' | 'cancelled'> => {
  const { showSaveFilePicker } = globalThis as { showSaveFilePicker?: SavePicker }
  if (!showSaveFilePicker) return 'cannot'
  try {
    return await showSaveFilePicker.call(globalThis, { suggestedName })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
    // Not within a press any longer, or forbidden in a frame: a download does as well.
    return 'cannot'
  }
}

/** The browser reads the address after the press; a minute is enough for it to begin. */
const GIVEN_BACK_MS = 60_000

/** Hands a file to the person: it lands where downloads do. */
export const saveFile = (file: Blob, name: string): void => {
  const link = document.createElement('a')
  const url = URL.createObjectURL(file)
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, GIVEN_BACK_MS)
}
