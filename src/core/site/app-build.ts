/** Which build of the app this is, put in by `vite.config.ts`. */
export interface AppBuild {
  /** As in CHANGELOG.md. */
  readonly version: string
  /** First digits of the commit, `+` behind them where files have been changed since; `unknown` without git. */
  readonly commit: string
  /** Of the commit, as `2026-11-28`. */
  readonly date: string
  /** Version of ONNX Runtime that it ships. */
  readonly onnxRuntime: string
}

/**
 * Counts up when our engine changes how a model runs on a device, so that what failed before may work now: how
 * sessions are opened, how batches are made, what the self-check compares.
 */
const ENGINE_REVISION = 1

/** What a device's failure holds for: another version of the app with the same engine would fail as well. */
export const engineVersion = ({ onnxRuntime }: AppBuild): string =>
  `onnxruntime ${onnxRuntime}, engine ${ENGINE_REVISION}`
