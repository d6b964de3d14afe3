/** What the system hands over when files are opened with the app; in Chromium only. */
interface LaunchParams {
  readonly files?: readonly FileSystemHandle[]
}

interface LaunchQueue {
  setConsumer(consumer: (params: LaunchParams) => void): void
}

const isFileHandle = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file'

/** Files of handles, in order; those that cannot be read any more are left out. */
const readAll = async (handles: readonly FileSystemHandle[]): Promise<readonly File[]> => {
  const files: File[] = []
  for (const handle of handles.filter(isFileHandle)) {
    try {
      files.push(await handle.getFile())
    } catch {
      // Moved or deleted between the click and now.
    }
  }
  return files
}

/** Tells of pictures that the person opens with the installed app, those that started it included. */
export const onLaunchedFiles = (listener: (files: readonly File[]) => void): void => {
  const { launchQueue } = window as { launchQueue?: LaunchQueue }
  launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length > 0) void readAll(files).then(listener)
  })
}
