import type { DownloadLimits } from '../../../core/model/download/retry'
import { isClassifier } from '../../../core/model/files/model-files'
import { fileAddress } from '../../../core/model/hub/hub-tree'
import type { RemoteSource } from '../../../core/model/model-source'
import type { ListedFile, ModelListing } from '../../../core/model/stored/stored-model'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import { judgeModel } from '../../tasks/judge-model'
import { readTokenizerFiles } from '../../tasks/zero-shot/tokenizer-files'
import { askHost } from './ask-host'
import type { ReadAhead } from './read-ahead'

/** Bytes of a file that is worth reading before anyone has agreed to a download: the tokenizers of most families. */
const WORTH_READING = 4 * 1024 * 1024

const TOKENIZER_FILES = ['tokenizer.json', 'tokenizer_config.json', 'vocab.json', 'merges.txt'] as const

/** Whether a file is read ahead. Of one whose size its host does not say, no one knows what it would cost. */
const isSmall = (file: ListedFile | undefined): boolean =>
  file === undefined || (file.size !== null && file.size <= WORTH_READING)

/** What a host is asked with. */
export interface ExamineTools {
  readonly limits: DownloadLimits
  readonly readAhead: ReadAhead
}

/** Reads the descriptions of a listed model and judges them. What it has not is left to the choice of its files. */
export const judgeListing = async (
  source: RemoteSource,
  { revision, files }: ModelListing,
  { limits, readAhead }: ExamineTools,
  signal: AbortSignal,
): Promise<Outcome<null>> => {
  const find = (path: string) => files.find((file) => file.path === path)
  const nameOf = (path: string) => find(path)?.from ?? path
  if (!find('config.json') || !find('preprocessor_config.json')) return done(null)
  const text = async (path: string): Promise<Outcome<string>> => {
    const file = find(path)
    if (!file) return failed({ code: 'MODEL_NOT_FOUND', url: path })
    const known = readAhead.find(file)
    if (known !== undefined) return done(known)
    const asked = await askHost(fileAddress(source, revision, file), 'GET', limits, signal)
    if (asked.kind !== 'done') return asked
    readAhead.keep(file, asked.value.text)
    return done(asked.value.text)
  }
  const json = async (path: string): Promise<Outcome<unknown>> => {
    const read = await text(path)
    if (read.kind !== 'done') return read
    try {
      return done(JSON.parse(read.value) as unknown)
    } catch {
      return failed({ code: 'MODEL_CORRUPT', file: nameOf(path), detail: 'it is not valid JSON' })
    }
  }
  const paths = new Set(files.map(({ path }) => path))
  const readsWords = !isClassifier(paths) && TOKENIZER_FILES.every((path) => isSmall(find(path)))
  const [config, preprocessor, tokenizer] = await Promise.all([
    json('config.json'),
    json('preprocessor_config.json'),
    readsWords ? readTokenizerFiles({ json, text }, signal) : null,
  ])
  if (config.kind !== 'done') return config
  if (preprocessor.kind !== 'done') return preprocessor
  return judgeModel({ config: config.value, preprocessor: preprocessor.value, tokenizer, paths }, source)
}
