/** Whether a job waits behind all others or only behind urgent ones. */
export type Urgency = 'urgent' | 'normal'

/** Runs jobs one at a time, urgent ones first, each kind in order of arrival. */
export interface SerialQueue {
  add<T>(urgency: Urgency, job: () => Promise<T>): Promise<T>
}

/** Creates an empty queue. A job that rejects rejects its own promise only. */
export const createSerialQueue = (): SerialQueue => {
  const waiting: Readonly<Record<Urgency, (() => Promise<void>)[]>> = { urgent: [], normal: [] }
  let busy = false

  const drain = async () => {
    if (busy) return
    busy = true
    for (;;) {
      const next = waiting.urgent.shift() ?? waiting.normal.shift()
      if (!next) break
      await next()
    }
    busy = false
  }

  return {
    add: (urgency, job) =>
      new Promise((resolve, reject) => {
        waiting[urgency].push(() => job().then(resolve, reject))
        void drain()
      }),
  }
}
