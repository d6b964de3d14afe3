import * as v from 'valibot'
import { createKeptJson } from './kept-json'

/** More than anybody allows. */
const MOST = 100

const Schema = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^https?:\/\/[^/?#\s]+$/), v.maxLength(300))),
  v.maxLength(MOST),
)

/** The sites that may use the app's engine by message, each as its origin. */
export interface AllowedOrigins {
  read(): readonly string[]
  write(origins: readonly string[]): void
}

/** Prefixed: every project of one GitHub Pages owner shares one origin. */
export const createAllowedOrigins = (storage: () => Storage): AllowedOrigins => {
  const kept = createKeptJson(storage, 'taglens.allowed-origins.1', Schema, [])
  return {
    read: kept.read,
    write: (origins) => {
      kept.write(origins.slice(-MOST))
    },
  }
}
