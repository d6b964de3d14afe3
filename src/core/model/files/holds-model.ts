/** A pack that the app has exported; no picture is one. */
const isPack = (path: string): boolean => /\.zip$/i.test(path)

/**
 * Whether files are a model and not pictures: a folder in the hub's layout, or one pack.
 * @param paths file names, with folders where they are known.
 */
export const holdsModel = (paths: readonly string[]): boolean =>
  (paths.length === 1 && paths.every(isPack)) ||
  (paths.some((path) => /(^|\/)config\.json$/i.test(path)) && paths.some((path) => /\.onnx$/i.test(path)))
