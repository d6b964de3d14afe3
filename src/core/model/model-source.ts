import type { ModelSource } from './loaded-model'

/** Where models come from unless a mirror is set. */
export const HUB_HOST = 'https://huggingface.co'

/** Address of one file of a model. `path` is relative to its root, e.g. `onnx/vision_model.onnx`. */
export const modelFileUrl = (source: ModelSource, path: string): string => {
  const root =
    source.kind === 'url'
      ? source.baseUrl
      : `${source.host}/${source.id}/resolve/${encodeURIComponent(source.revision)}`
  return `${root.replace(/\/+$/, '')}/${path}`
}

/** A short name for a source, before the model has told its own. */
export const sourceName = (source: ModelSource): string => {
  if (source.kind === 'hub') return source.id
  const parts = source.baseUrl.split(/[?#]/)[0]?.split('/').filter(Boolean) ?? []
  return parts.at(-1) ?? source.baseUrl
}
