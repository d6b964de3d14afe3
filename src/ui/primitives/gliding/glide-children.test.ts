import { expect, it, onTestFinished } from 'vitest'
import { glideChildren } from './glide-children'

const setup = (growsUp = false) => {
  const list = document.createElement('ul')
  Object.assign(list.style, { position: 'fixed', ...(growsUp ? { bottom: 0 } : { top: 0 }) })
  const row = (text: string) => {
    const child = document.createElement('li')
    child.style.height = '20px'
    child.textContent = text
    return child
  }
  const [a, b, c] = [row('a'), row('b'), row('c')]
  list.append(a, b, c)
  document.body.append(list)
  let on = true
  const stop = glideChildren(list, { duration: 1000, easing: 'linear', growsUp, isOn: () => on })
  onTestFinished(() => {
    stop()
    list.remove()
  })
  const off = () => {
    on = false
  }
  const turn = () => new Promise((resolve) => setTimeout(resolve))
  /** Where a row begins to glide from, against its place. */
  const startOf = (child: HTMLElement) => {
    const [animation] = child.getAnimations()
    const effect = animation?.effect
    return effect instanceof KeyframeEffect ? effect.getKeyframes()[0]?.transform : undefined
  }
  return { list, rows: { a, b, c }, row, off, turn, startOf, stop }
}

it('lets rows glide from their old places, and no others', async () => {
  const { list, rows, turn, startOf } = setup()
  list.insertBefore(rows.b, rows.a)
  await turn()
  expect([startOf(rows.b), startOf(rows.a), startOf(rows.c)]).toEqual([
    'translate(0px, 20px)',
    'translate(0px, -20px)',
    undefined,
  ])
})

it('begins from where the rows stand, not from where they were first', async () => {
  const { list, rows, turn, startOf } = setup()
  list.append(rows.a)
  await turn()
  for (const { effect } of rows.b.getAnimations()) effect?.updateTiming({ duration: 1 })
  await Promise.all(rows.b.getAnimations().map(({ finished }) => finished))
  list.append(rows.c)
  await turn()
  expect(startOf(rows.b)).toBeUndefined()
})

it('lets the rows of a list that grows upwards make room', async () => {
  const { list, row, rows, turn, startOf } = setup(true)
  list.append(row('d'))
  await turn()
  expect(startOf(rows.a)).toBe('translate(0px, 20px)')
})

it('moves nothing while it is off, or once it has ended', async () => {
  const { list, rows, off, turn, startOf, stop } = setup()
  off()
  list.append(rows.a)
  await turn()
  expect(startOf(rows.a)).toBeUndefined()
  stop()
  list.append(rows.b)
  await turn()
  expect(startOf(rows.b)).toBeUndefined()
})
