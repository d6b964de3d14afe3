import type { Finding } from '../../core/incoming/finding'

/** A search that shows nothing and takes down what it was told; `stop` is the person's press. */
export const createFakeFinding = () => {
  const told: number[] = []
  let isStopped = false
  let stop: () => void = () => undefined
  const stopped = new Promise<null>((resolve) => {
    stop = () => {
      isStopped = true
      resolve(null)
    }
  })
  let ends = 0
  const finding: Finding = {
    stopped,
    isStopped: () => isStopped,
    found: (count) => {
      told.push(count)
    },
    end: () => {
      ends += 1
    },
  }
  return { finding, startFinding: () => Promise.resolve(finding), stop, told, ends: () => ends }
}
