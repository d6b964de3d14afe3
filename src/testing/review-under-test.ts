import { expect } from 'vitest'
import { done } from '../core/errors/outcome'
import { decisionFor } from '../state/tasks/decisions/decisions'
import { createWords } from '../words/create-words'
import { setupApp } from './fakes/app-under-test'
import { encodedPicture, unitVector } from './fakes/fake-engine'

/** Five pictures: three red ones, of which the second is the least sure, and two blue ones. */
const VECTORS = [
  unitVector(1, 0, 0.1),
  unitVector(1, 0, 0.4),
  unitVector(1, 0, 0.2),
  unitVector(0.1, 0, 1),
  unitVector(0.3, 0, 1),
]

/** An app with these pictures, and what a person does in a review as verbs. */
export const setupReview = async () => {
  const app = setupApp()
  app.actions.replaceTags(['red', 'blue'])
  await app.load()
  await app.answerPrompts()
  const ids = app.addPictures('r0', 'r1', 'r2', 'b3', 'b4')
  for (const [i, vector] of VECTORS.entries()) {
    await expect.poll(() => app.engine.pictures.length).toBeGreaterThan(i)
    app.engine.pictures[i]?.answer(
      done({ ...encodedPicture('model-a', vector), sha256: String(i).repeat(64) }),
    )
    await app.settle()
  }
  const { review } = await app.actions.marking.load()
  const nameOf = (id: string | null) => app.state().pictures.find((one) => one.id === id)?.name
  const words = createWords().now()
  return {
    ...app,
    review,
    ids,
    press: async (keys: string, isLarge = false) => {
      for (const key of keys.split(' '))
        await review.press({ key, selection: app.state().selection, isLarge, isNot: false })
    },
    focusOn: (name: string) => {
      app.actions.select(app.state().pictures.find((one) => one.name === name)?.id ?? '', 'only')
    },
    focus: () => nameOf(app.state().selection.focusId),
    shown: () => app.selectors.shownPictures(app.state()).map(({ name }) => name),
    /** Of each decided picture what was decided. */
    decided: () => {
      const textOf = new Map(app.state().tags.map(({ id, text }) => [id, text]))
      return app.state().pictures.flatMap((picture) => {
        const decision = decisionFor(app.state(), picture)
        if (decision === null) return []
        const said =
          decision.kind === 'none' ? 'none' : decision.tagIds.map((id) => textOf.get(id)).join(' + ')
        return [`${picture.name} ${said}`]
      })
    },
    notices: () => app.state().notices.map(({ text }) => text(words)),
  }
}
