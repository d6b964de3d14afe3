import { useEffect, useState } from 'react'

/** The time by `performance.now()`, told again every `everyMs` while `running`. */
export const useClock = (running: boolean, everyMs: number): number => {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => {
      setNow(performance.now())
    }, everyMs)
    return () => {
      clearInterval(timer)
    }
  }, [running, everyMs])
  return now
}
