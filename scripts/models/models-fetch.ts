/**
 * Lays a model out for self-hosting beside the app: from a hub, or from a folder on this machine.
 *
 * `npm run models:fetch -- ID [--from DIR] [--to public/models] [--host URL] [--revision R] [--dtype D]... [--licence L]`
 */
import { parseArgs } from 'node:util'
import { isModelPath } from '../../src/core/model/files/model-manifest.ts'
import { HUB_HOST } from '../../src/core/model/model-source.ts'
import { DTYPES } from '../../src/core/model/files/tower-path.ts'
import type { Dtype } from '../../src/core/runtime/runtime.ts'
import { fetchModel } from './fetch-model.ts'
import { writeTextVectors } from './write-text-vectors.ts'
import { writeModelIndex } from './write-model-index.ts'
import { openFolder, openHub } from './model-origin.ts'

const isDtype = (word: string): word is Dtype => DTYPES.some((dtype) => dtype === word)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    to: { type: 'string', default: 'public/models' },
    host: { type: 'string', default: HUB_HOST },
    revision: { type: 'string', default: 'main' },
    dtype: { type: 'string', multiple: true },
    licence: { type: 'string' },
  },
})
const [id] = positionals
const asked = values.dtype ?? []
const unknown = asked.find((word) => !isDtype(word))

if (id === undefined || !isModelPath(id) || unknown !== undefined) {
  console.error(
    unknown === undefined
      ? 'Usage: npm run models:fetch -- ID [--from DIR] [--to public/models] [--host URL] [--revision R] [--dtype D] [--licence L]'
      : `There is no precision ${unknown}; there are ${DTYPES.join(', ')}.`,
  )
  process.exitCode = 2
} else {
  try {
    const { from, host, revision, to } = values
    const origin =
      from === undefined ? await openHub({ kind: 'hub', host, id, revision }) : openFolder(id, from)
    const wanted = asked.length > 0 ? asked.filter(isDtype) : DTYPES
    const folder = await fetchModel(origin, { to, id, dtypes: wanted, log: console.log })
    await writeTextVectors(folder, console.log)
    const licences = new Map(values.licence === undefined ? [] : [[id, values.licence]])
    const beside = await writeModelIndex(to, licences)
    console.log(`${folder} is whole. Built with the app, it is offered first, from ./models/${id}`)
    if (beside.find((model) => model.id === id)?.licence === '')
      console.log('Its licence is not known here: name it with --licence, so that people read it.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
