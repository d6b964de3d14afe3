/** Longer names exist in no model and fit into no file system. */
const LONGEST_PATH = 240

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const FORBIDDEN = /[\u0000-\u001f\u007f\\:*?"<>|]/

/**
 * Whether `path` stays inside a model's folder, in any file system: relative, with forward slashes, without `.` or
 * `..` as a part. Listings, packs and manifests come from elsewhere, so every path of theirs is asked this first.
 */
export const isModelPath = (path: string): boolean =>
  path.length > 0 &&
  path.length <= LONGEST_PATH &&
  !FORBIDDEN.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
