import * as v from 'valibot'
import type { BroughtFile } from '../protocol/store-api'
import { HUB_HOST, type ModelSource } from '../core/model/model-source'
import { done, type Outcome } from '../core/errors/outcome'
import type { Executor } from '../core/runtime/executor'
import type { Device, Dtype } from '../core/runtime/runtime'
import { parseSchema } from './parse-input'

interface Insisted {
  readonly executor: Executor | undefined
  readonly dtype: Dtype | undefined
  readonly device: Device | undefined
}

/** What `loadModel` was asked for, checked. */
export interface ParsedModelSource extends Insisted {
  readonly source: ModelSource
}

/** A model of this device, by its key or id. */
export interface ParsedStoredModel extends Insisted {
  readonly key: string
}

const Url = v.pipe(
  v.string(),
  v.transform((text) => URL.parse(text, location.href)),
  v.check(
    (url) => url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '',
    'an http(s) address without a user name is expected',
  ),
  v.transform((url) => url?.href ?? ''),
)

const Shared = {
  dtype: v.optional(v.picklist(['fp32', 'fp16', 'q8', 'q4', 'q4f16'])),
  device: v.optional(v.picklist(['webgpu', 'wasm'])),
  executor: v.optional(v.picklist(['onnx-runtime', 'own', 'own-precise'])),
}

const NameSchema = v.pipe(
  v.string('the id or key of a stored model is expected'),
  v.minLength(1, 'the id or key of a stored model is expected'),
)

const FilesSchema = v.pipe(
  v.array(
    v.union(
      [v.instance(File), v.object({ path: v.pipe(v.string(), v.minLength(1)), blob: v.instance(Blob) })],
      'a file is a File or {path, blob}',
    ),
    'files must be a list of Files or of {path, blob}',
  ),
  v.minLength(1, 'at least one file is expected'),
)

const SourceSchema = v.union(
  [
    v.object({ baseUrl: Url, ...Shared }),
    v.object({
      // A part of nothing but dots would climb out of the repository.
      id: v.pipe(
        v.string(),
        // As the form reads one that was pasted.
        v.transform((id) => id.trim().replace(/\/$/, '')),
        v.regex(
          /^(?!\.+\/)[\w.-]+\/(?!\.+$)[\w.-]+$|^(?!\.+$)[\w.-]+$/,
          'a hub id is expected, such as owner/name',
        ),
      ),
      revision: v.optional(
        v.pipe(v.string(), v.regex(/^(?!\.+$)[\w./-]+$/, 'a branch or commit is expected')),
        'main',
      ),
      host: v.optional(Url, HUB_HOST),
      ...Shared,
    }),
    v.object({ key: NameSchema, ...Shared }),
  ],
  'either {baseUrl} with an http(s) address, {id} with a hub id such as owner/name or {key} of a stored model is expected',
)

/** Checks where a model is to come from. */
export const parseModelSource = (input: unknown): Outcome<ParsedModelSource | ParsedStoredModel> => {
  const parsed = parseSchema(SourceSchema, input)
  if (parsed.kind !== 'done') return parsed
  const { dtype, device, executor, ...from } = parsed.value
  if ('key' in from) return done({ key: from.key, dtype, device, executor })
  const source: ModelSource =
    'baseUrl' in from ? { kind: 'url', baseUrl: from.baseUrl } : { kind: 'hub', ...from }
  return done({ source, dtype, device, executor })
}

/** Checks which stored model is meant. */
export const parseModelName = (input: unknown): Outcome<string> => parseSchema(NameSchema, input)

/** Checks a model's files; a `File` of a folder keeps its place in it. */
export const parseFiles = (input: unknown): Outcome<readonly BroughtFile[]> => {
  const parsed = parseSchema(FilesSchema, input)
  return parsed.kind === 'done'
    ? done(
        parsed.value.map((file) =>
          file instanceof File ? { path: file.webkitRelativePath || file.name, blob: file } : file,
        ),
      )
    : parsed
}
