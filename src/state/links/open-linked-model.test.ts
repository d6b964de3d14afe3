import { describe, expect, it } from 'vitest'
import { hubSource } from '../../core/model/catalogue/model-names'
import { parseAppLink } from '../../core/site/links/app-link'
import { HUB_HOST, sourceKey } from '../../core/model/model-source'
import { done } from '../../core/errors/outcome'
import { setupApp } from '../../testing/fakes/app-under-test'
import { createWords } from '../../words/create-words'
import { createLoadPlan, createStoredModel } from '../../testing/model-fixtures'

const words = createWords().now()
const FIRST = { loads: true, isCarried: false }
const CLASSIFIER = 'Xenova/mobilevit-small'

/** The page, opened by a link while these models are on the device and `missing` bytes of each are not. */
const open = async (query: string, stored: readonly string[] = [], missing = 0) => {
  const app = setupApp()
  app.engine.stored.push(
    ...stored.map((id) => {
      const source = hubSource(HUB_HOST, id)
      return { ...createStoredModel(), source, key: sourceKey(source) }
    }),
  )
  const opening = app.openLinkedModel(parseAppLink([...new URLSearchParams(query)]), FIRST)
  // Its code is loaded when a link asks for a model.
  let isDecided = false
  void opening.finally(() => (isDecided = true))
  await expect.poll(() => isDecided || app.engine.plans.length > 0).toBe(true)
  app.engine.plans[0]?.answer(done(createLoadPlan(missing)))
  return { ...app, loading: await opening, notice: () => app.state().notices[0] }
}

describe('the model of a link', () => {
  it.each([
    ['clipModel=owner/clip', 'owner/clip'],
    [`mode=vit&vitModel=owner/vit`, 'owner/vit'],
    ['mode=vit', CLASSIFIER],
  ])('is loaded at once where it is here whole: %s', async (query, id) => {
    const { engine, loading, notice, state } = await open(query, ['other/model', id])
    expect(loading).toBe(true)
    expect(engine.loads[0]?.request).toMatchObject({ id })
    expect(notice()).toBeUndefined()
    expect(state().settings.chosenModel).toBeNull()
  })

  it.each([
    ['not here', [], 0],
    ['here in part', ['owner/vit'], 60],
  ])(
    'is offered where it is %s, and its size is asked for when the person wants to see it',
    async (...[, here, missing]) => {
      const { engine, loading, notice, settle } = await open('mode=vit&vitModel=owner/vit', here, missing)
      const before = engine.plans.length
      expect(loading).toBe(false)
      expect(engine.loads).toHaveLength(0)
      expect(notice()?.text(words)).toContain('owner/vit')
      expect(notice()?.action).toMatchObject({ opens: 'model' })
      notice()?.action?.run?.()
      await settle()
      expect(engine.plans[before]?.request).toEqual(hubSource(HUB_HOST, 'owner/vit'))
      expect(engine.loads).toHaveLength(0)
    },
  )

  it('is the one of its mode: the other’s name is no one’s', async () => {
    const { engine, notice } = await open('mode=vit&clipModel=owner/clip', ['owner/clip'])
    expect(engine.loads).toHaveLength(0)
    expect(notice()?.text(words)).toContain('classifier')
    expect((await open('vitModel=owner/vit', ['owner/vit'])).loading).toBe(false)
  })
})
