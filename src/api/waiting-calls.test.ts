import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createDeferred } from '../core/async/deferred'
import { choiceOf } from '../core/model/model-choice'
import { done, failed } from '../core/errors/outcome'
import { setupApp, source } from '../testing/fakes/app-under-test'
import { unitVector } from '../testing/fakes/fake-engine'
import { createLoadedModel } from '../testing/loaded-model'
import { createWords } from '../words/create-words'
import { answerMessage } from './answer-message'
import { createTaglensApi } from './create-taglens-api'

beforeAll(() => {
  // Addresses are read as the page would, which Node has none of.
  vi.stubGlobal('location', { href: 'https://app.example/' })
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const setup = () => {
  const app = setupApp()
  const api = createTaglensApi({
    running: app,
    engine: app.engine,
    fetchPicture: () => Promise.reject(new Error('no picture is fetched here')),
    newId: () => 'id',
    english: createWords().now(),
    openClassifier: () => Promise.reject(new Error('no classifier is trained here')),
    faults: null,
  })
  /** Embeds these texts, when the engine is asked for them. */
  const embed = async (...texts: string[]) => {
    const isAsked = ({ request }: { readonly request: readonly string[] }) => request.join() === texts.join()
    await expect.poll(() => app.engine.prompts.some(isAsked)).toBe(true)
    const answer = texts.map(() => ({ embedding: unitVector(1, 0, 0), tokenIds: [1], cut: false }))
    app.engine.prompts.find(isAsked)?.answer(done(answer))
  }
  return { ...app, api, embed, place: { running: app, engine: app.engine } }
}

/** The code that a call ends with. */
const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error as { readonly code: string }).code,
  )

/** The same, or `pending` where it still waits after a while. */
const codeSoon = (call: Promise<unknown>): Promise<unknown> =>
  Promise.race([codeOf(call), new Promise((resolve) => setTimeout(resolve, 20, 'pending'))])

const picture = new File(['x'], 'a.png')

type Api = ReturnType<typeof setup>['api']

const calls: readonly (readonly [string, (api: Api, signal?: AbortSignal) => Promise<unknown>])[] = [
  ['classify', (api, signal) => api.classify([picture], { labels: ['a'], ...(signal && { signal }) })],
  ['classifyFixed', (api, signal) => api.classifyFixed([picture], signal && { signal })],
  ['embedImages', (api, signal) => api.embedImages([picture], signal && { signal })],
  ['embedTexts', (api, signal) => api.embedTexts(['a'], signal && { signal })],
]

describe.each(calls)('%s', (_name, call) => {
  it('is refused at once where no model is on its way', async () => {
    expect(await codeOf(call(setup().api))).toBe('MODEL_NOT_LOADED')
  })

  it('waits for a model that is being loaded, and is refused if that fails', async () => {
    const { api, engine, loadModel } = setup()
    void loadModel(choiceOf(source))
    const asked = call(api)
    expect(await codeSoon(asked)).toBe('pending')
    engine.loads[0]?.answer(failed({ code: 'UNSUPPORTED_MODEL', detail: 'x' }))
    expect(await codeOf(asked)).toBe('MODEL_NOT_LOADED')
  })

  it('stops waiting when it is aborted', async () => {
    const { api, loadModel } = setup()
    void loadModel(choiceOf(source))
    const controller = new AbortController()
    const asked = call(api, controller.signal)
    expect(await codeSoon(asked)).toBe('pending')
    controller.abort()
    expect(await codeOf(asked)).toBe('CANCELLED')
  })

  it('waits while the page is finding out what to start with', async () => {
    const { api, startWith } = setup()
    const start = createDeferred<null>()
    void startWith(() => start.promise)
    const asked = call(api)
    expect(await codeSoon(asked)).toBe('pending')
    start.resolve(null)
    expect(await codeOf(asked)).toBe('MODEL_NOT_LOADED')
  })
})

it('texts asked for while a model loads are answered by it', async () => {
  const { api, engine, embed, loadModel } = setup()
  void loadModel(choiceOf(source))
  const asked = api.embedTexts(['red', 'green'])
  engine.loads[0]?.answer(done(createLoadedModel()))
  await embed('red', 'green')
  expect(await asked).toMatchObject([{ text: 'red' }, { text: 'green' }])
})

it('texts asked for while a load fails are answered by the model that it gives back', async () => {
  const { api, engine, embed, loadModel, settle } = setup()
  void loadModel(choiceOf(source))
  void loadModel(choiceOf({ kind: 'url', baseUrl: 'https://models.example/unsupported' }))
  const asked = api.embedTexts(['red', 'green'])
  engine.loads[1]?.answer(failed({ code: 'UNSUPPORTED_MODEL', detail: 'x' }))
  await settle()
  engine.loads[2]?.answer(done(createLoadedModel()))
  await embed('red', 'green')
  expect(await asked).toHaveLength(2)
})

it('a message of another site waits as well', async () => {
  const { api, engine, embed, loadModel, place } = setup()
  void loadModel(choiceOf(source))
  const message = { taglens: 1, id: 1, method: 'embedTexts', params: { texts: ['red', 'green'] } }
  const answer = answerMessage({ ...place, api, cancel: () => false }, message, new AbortController().signal)
  engine.loads[0]?.answer(done(createLoadedModel()))
  await embed('red', 'green')
  expect(await answer).toMatchObject({ result: [{ text: 'red' }, { text: 'green' }] })
})
