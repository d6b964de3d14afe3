/**
 * Files and folders that systems leave behind: hidden ones (`.DS_Store`, the `._` twins of macOS), previews of Windows
 * and of network disks, bins.
 */
const SYSTEM_NAME =
  /^(\.(?!\.?$).*|__macosx|(eh)?thumbs\.db|desktop\.ini|icon\r|@eadir|#recycle|\$recycle\.bin|system volume information)$/i

/** Whether a file or folder of this name is a system's own. */
export const isSystemName = (name: string): boolean => SYSTEM_NAME.test(name)
