/**
 * Proves models with their real weights: downloads each, loads it in the built app at each precision, and compares
 * tokens, embeddings and probabilities with references. Writes `docs/real-models.md`, and the vectors that the
 * self-check is then held to.
 *
 * `npm run models:prove -- [ID...] [--host URL] [--revision R] [--dtype D]... [--device D]... [--native FOLDER]
 *  [--python PROGRAM] [--report FILE] [--goldens FILE]`
 *
 * Without ids, the models of the catalogue. `--native`: a folder with onnxruntime-node; `--python`: a Python with
 * torch and transformers. At least one of the two.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { modelCatalogue } from '../../../src/core/model/catalogue/model-catalogue.ts'
import { DTYPES, towerPath } from '../../../src/core/model/files/tower-path.ts'
import { HUB_HOST, sourceKey } from '../../../src/core/model/model-source.ts'
import { PROBE_VERSION } from '../../../src/core/runtime/self-check/probe-input.ts'
import type { Device } from '../../../src/core/runtime/runtime.ts'
import { freePort } from '../../hosts/free-port.ts'
import { createStaticServer } from '../../hosts/static-server.ts'
import { fetchModel } from '../fetch-model.ts'
import { openHub } from '../model-origin.ts'
import { Answers, PROMPTS } from './answers.ts'
import { askApp } from './ask-app.ts'
import { askNative, openNative } from './ask-native.ts'
import { compareAnswers, isWithin, limitsOf, SAME_FILE } from './compare-answers.ts'
import { drawPictures } from './draw-pictures.ts'
import { formatGoldens, readGoldens } from './golden-file.ts'
import { reportReal, type ProvenRung } from './report.ts'

const root = path.join(import.meta.dirname, '../../..')
const DEVICES: readonly Device[] = ['wasm', 'webgpu']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    host: { type: 'string', default: HUB_HOST },
    revision: { type: 'string', default: 'main' },
    dtype: { type: 'string', multiple: true },
    device: { type: 'string', multiple: true },
    native: { type: 'string' },
    python: { type: 'string' },
    report: { type: 'string', default: path.join(root, 'docs/real-models.md') },
    goldens: { type: 'string', default: path.join(root, 'public/models/goldens.json') },
  },
})

const cache = path.join(root, '.cache/real-models')
const pictures = drawPictures()
const questions = { prompts: PROMPTS, pictures: new Map(pictures.map(({ name, png }) => [name, png])) }

/** Python's answers; of the weights, so once a model. */
const askPython = (program: string, id: string): Answers => {
  const folder = path.join(cache, 'pictures')
  mkdirSync(folder, { recursive: true })
  // Python reads them in the order of their names.
  pictures.forEach(({ name, png }, i) => {
    writeFileSync(path.join(folder, `${i}-${name}.png`), png)
  })
  const printed = execFileSync(program, [path.join(import.meta.dirname, 'reference.py'), folder], {
    input: JSON.stringify({ id, prompts: PROMPTS }),
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  return v.parse(Answers, JSON.parse(printed))
}

const proveModel = async (
  app: string,
  id: string,
  goldens: Map<string, readonly Float32Array[]>,
): Promise<ProvenRung[]> => {
  const source = { kind: 'hub', host: values.host, id, revision: values.revision } as const
  const origin = await openHub(source)
  const listed = new Set(origin.files.map((file) => file.path))
  const dtypes = DTYPES.filter((dtype) => listed.has(towerPath('vision', dtype))).filter(
    (dtype) => !values.dtype || values.dtype.includes(dtype),
  )
  const native = values.native === undefined ? null : openNative(values.native)
  const folder = native ? await fetchModel(origin, { to: cache, id, dtypes, log: console.log }) : ''
  const python = values.python === undefined ? null : askPython(values.python, id)
  const rungs: ProvenRung[] = []
  for (const dtype of dtypes) {
    const known = native && (await askNative(native, folder, dtype, PROMPTS, pictures))
    if (known)
      goldens.set(
        `${PROBE_VERSION} ${[sourceKey(source), origin.revision, dtype, known.recipe.key].join('|')}`,
        known.golden,
      )
    for (const device of DEVICES.filter((each) => !values.device || values.device.includes(each))) {
      const answer = await askApp(app, source, { device, dtype }, questions)
      const outcome: ProvenRung['outcome'] =
        typeof answer === 'string'
          ? { kind: 'refused', reason: answer }
          : {
              kind: 'ran',
              ranOn:
                answer.device === device && answer.dtype === dtype
                  ? null
                  : `${answer.device} ${answer.dtype}`,
              selfCheck: answer.selfCheck,
              loadTime: answer.loadTime,
              comparisons: {
                ...(known && compared('native', answer.answers, known.answers, SAME_FILE)),
                ...(python && compared('python', answer.answers, python, limitsOf(dtype))),
              },
            }
      console.log(`${id} ${device} ${dtype}: ${JSON.stringify(outcome)}`)
      rungs.push({ id, revision: origin.revision, dtype, device, outcome })
    }
  }
  return rungs
}

const compared = (name: string, ours: Answers, theirs: Answers, limits: Parameters<typeof isWithin>[1]) => {
  const is = compareAnswers(ours, theirs)
  return { [name]: { is, within: isWithin(is, limits) } }
}

if (values.native === undefined && values.python === undefined)
  throw new Error(
    'Give a reference: --native FOLDER with onnxruntime-node, or --python PROGRAM with transformers.',
  )
const dist = path.join(root, 'dist')
if (!existsSync(path.join(dist, 'index.html'))) throw new Error('There is no build. Run first: npm run build')
const port = await freePort()
const server = createStaticServer({ folder: dist, base: '/taglens/', kind: 'isolated' }).listen(
  port,
  'localhost',
)
const goldens = readGoldens(existsSync(values.goldens) ? readFileSync(values.goldens, 'utf8') : '')
const rungs: ProvenRung[] = []
for (const id of positionals.length > 0 ? positionals : modelCatalogue.map((model) => model.id))
  rungs.push(...(await proveModel(`http://localhost:${port}/taglens/`, id, goldens)))
server.close()
writeFileSync(values.report, reportReal(rungs, values.host, new Date().toISOString().slice(0, 10)))
if (values.native !== undefined) writeFileSync(values.goldens, formatGoldens(goldens))
const isSound = ({ outcome }: ProvenRung) =>
  outcome.kind === 'ran' && Object.values(outcome.comparisons).every(({ within }) => within)
process.exitCode = rungs.length > 0 && rungs.every(isSound) ? 0 : 1
