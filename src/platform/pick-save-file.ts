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
