import { MANIFEST_FILE } from './model-manifest'

/**
 * Whether files are a model and not pictures: a folder in the hub's layout, or what a pack has in it.
 * @param paths file names, with folders where they are known.
 */
export const holdsModel = (paths: readonly string[]): boolean =>
  paths.some((path) => path.endsWith(MANIFEST_FILE)) ||
  (paths.some((path) => /(^|\/)(open_clip_)?config\.json$/i.test(path)) &&
    paths.some((path) => /\.onnx$/i.test(path)))
