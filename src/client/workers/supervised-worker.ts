import { releaseProxy, type Remote, wrap } from 'comlink'
import type { Milliseconds } from '../../core/brands'
import { PART_MISSING } from '../../core/async/late'
import { cancelled, failed, failedBy, type Outcome } from '../../core/errors/outcome'
import { createDeferred } from '../../core/async/deferred'
import { type EngineTask, nameTask } from '../../core/errors/taglens-error'
import { type CallLine, createCallLine } from '../../protocol/abort-signal-transfer'

/** One piece of work for a worker. */
export interface Job<Api, T> {
  readonly doing: EngineTask
  /** Longest silence. A heartbeat starts it again. */
  readonly deadline: Milliseconds
  readonly signal: AbortSignal
  /** `signal` is the job's own: aborted with the caller's. It and `heartbeat` may be arguments of remote calls. */
  work(api: Remote<Api>, signal: AbortSignal, heartbeat: () => void): Promise<Outcome<T>>
}

/**
 * A worker that may wedge or crash, seen from the page. Deadlines stand here, since a wedged worker has no
 * timers; the cure is always the same: end it and start another.
 */
export interface SupervisedWorker<Api> {
  /**
   * Runs a job in the present worker, starting one where there is none. A job in a worker that dies fails with
   * `ENGINE_TIMEOUT` if it was its own deadline that passed, else with `ENGINE_CRASHED`; both may be retried. Where
   * the worker's script or a later part of it does not arrive it is `PART_NOT_LOADED`, and the worker ends: Firefox
   * keeps a failed import for as long as it lives.
   */
  run<T>(job: Job<Api, T>): Promise<Outcome<T>>
  /** Counts workers, up to the one that the next job finds: a caller that prepared an earlier one must prepare it. */
  generation(): number
  /** Ends the worker. The next job starts another. */
  stop(reason: string): void
}

interface Life<Api> {
  readonly worker: Worker
  readonly api: Remote<Api>
  readonly calls: CallLine
  /**
   * Hears when the worker is gone, with the reason; `null` where its script did not arrive. A promise would keep a
   * note of every job until then.
   * @returns stops hearing.
   */
  onDeath(listener: (reason: string | null) => void): () => void
  /** Takes down that it has given a sign of life. */
  heartbeat(): void
  end(reason: string | null): void
}

const startLife = <Api>(spawn: () => Worker, onEnd: (life: Life<Api>) => void): Life<Api> => {
  const worker = spawn()
  const api = wrap<Api>(worker)
  const listeners = new Set<(reason: string | null) => void>()
  let hasStarted = false
  let hasEnded = false
  const life: Life<Api> = {
    worker,
    api,
    calls: createCallLine(worker),
    onDeath: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    heartbeat: () => {
      hasStarted = true
    },
    end: (reason) => {
      if (hasEnded) return
      hasEnded = true
      worker.terminate()
      api[releaseProxy]()
      onEnd(life)
      for (const listener of listeners) listener(reason)
    },
  }
  worker.addEventListener('message', life.heartbeat, { once: true })
  worker.onerror = (event: Event) => {
    event.preventDefault()
    // Of a script that did not arrive browsers say nothing; a running one may end for want of memory just so.
    const said = event instanceof ErrorEvent ? event.message : ''
    life.end(said === '' && !hasStarted ? null : said || 'the worker ended')
  }
  worker.onmessageerror = () => {
    life.end('a message could not be read')
  }
  return life
}

/** A timer that a heartbeat starts again, until it is cleared: a heartbeat may arrive behind the answer. */
const startDeadline = (duration: Milliseconds, onPassed: () => void) => {
  let timer = setTimeout(onPassed, duration)
  let isOver = false
  return {
    heartbeat: () => {
      if (isOver) return
      clearTimeout(timer)
      timer = setTimeout(onPassed, duration)
    },
    clear: () => {
      isOver = true
      clearTimeout(timer)
    },
  }
}

/** Supervises workers that `spawn` starts. Nothing is started before the first job. */
export const createSupervisedWorker = <Api>(spawn: () => Worker): SupervisedWorker<Api> => {
  let current: Life<Api> | null = null
  let generation = 0

  const start = (): Life<Api> => {
    generation += 1
    current = startLife<Api>(spawn, (ended) => {
      if (current === ended) current = null
    })
    return current
  }

  return {
    generation: () => (current ? generation : generation + 1),
    stop: (reason) => {
      current?.end(reason)
    },
    run: async <T>({ doing, deadline, signal, work }: Job<Api, T>): Promise<Outcome<T>> => {
      if (signal.aborted) return cancelled
      const life = current ?? start()
      const call = new AbortController()
      const { promise: givenUp, resolve: giveUp } = createDeferred<Outcome<T>>()
      const stopCall = () => {
        call.abort()
        giveUp(cancelled)
      }
      signal.addEventListener('abort', stopCall, { once: true })
      const timer = startDeadline(deadline, () => {
        giveUp(failed({ code: 'ENGINE_TIMEOUT', doing, seconds: Math.round(deadline / 1000) }))
        life.end(`no answer while ${nameTask(doing)}`)
      })
      const heartbeat = () => {
        life.heartbeat()
        timer.heartbeat()
      }
      const endCall = life.calls.begin(call.signal, heartbeat)
      const stopHearing = life.onDeath((detail) => {
        giveUp(
          failed(
            detail === null
              ? { code: 'PART_NOT_LOADED', detail: 'the worker' }
              : { code: 'ENGINE_CRASHED', doing, detail },
          ),
        )
      })
      try {
        const outcome = await Promise.race([givenUp, work(life.api, call.signal, heartbeat)])
        if (failedBy(outcome, 'PART_NOT_LOADED')) {
          life.end('a part of it is missing')
          dispatchEvent(new Event(PART_MISSING))
        }
        return outcome
      } catch (error) {
        // The worker's code threw: a broken invariant of ours, or Comlink could not clone a value.
        const detail = error instanceof Error ? error.message : String(error)
        return failed({ code: 'UNEXPECTED', detail: `${nameTask(doing)}: ${detail}` })
      } finally {
        timer.clear()
        stopHearing()
        signal.removeEventListener('abort', stopCall)
        endCall()
        call.abort()
      }
    },
  }
}
