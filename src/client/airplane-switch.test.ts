import { afterEach, expect, it, vi } from 'vitest'
import { joinAirplaneSwitch, type AirplaneSwitch } from '../protocol/airplane-switch'

const MARK = 'taglens-airplane'

/** Where it is written down as on. */
const marks = async () => ({ cache: await caches.has(MARK), page: localStorage.getItem(MARK) !== null })

const joined: AirplaneSwitch[] = []

const join = async (): Promise<AirplaneSwitch> => {
  const airplane = joinAirplaneSwitch('page')
  joined.push(airplane)
  await airplane.isOn()
  return airplane
}

afterEach(async () => {
  for (const airplane of joined.splice(0)) await airplane.set(false)
})

it.each([[[true, false]], [[true, false, true]], [[true, false, true, false]]])(
  'set faster than the disk is written as it was set last: %j',
  async (turns) => {
    const airplane = await join()
    await Promise.all(turns.map((on) => airplane.set(on)))
    const last = turns.at(-1) ?? false
    expect(await airplane.isOn()).toBe(last)
    expect(await marks()).toEqual({ cache: last, page: last })
  },
)

it('set in two tabs at once ends the same in both, and is written down so', async () => {
  const [one, other] = [await join(), await join()]
  await Promise.all([one.set(true), other.set(false)])
  await vi.waitFor(async () => {
    const on = await one.isOn()
    expect(await other.isOn()).toBe(on)
    expect(await marks()).toEqual({ cache: on, page: on })
  })
})
