import type { HubFault, Mishap } from '../../../src/testing/store/hub-fault.ts'

/** Deals out mishaps in the order in which they were given. */
export interface FaultPlan {
  set(faults: readonly HubFault[]): void
  /** The mishap of the next request for `path`, which counts. */
  next(path: string): Mishap | null
}

/** Creates a plan without faults. */
export const createFaultPlan = (): FaultPlan => {
  let plan: { fault: HubFault; left: number }[] = []
  return {
    set: (faults) => {
      plan = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }))
    },
    next: (path) => {
      const entry = plan.find(({ fault, left }) => left > 0 && path.endsWith(fault.path))
      if (!entry) return null
      entry.left -= 1
      return entry.fault.mishap
    },
  }
}
