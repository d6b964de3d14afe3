import { pagePolicy, workerPolicy } from './content-security-policy'
import { isolationHeaders, type HeaderMap } from './isolation-headers'

/** What a response becomes: decides which policy it gets. */
export type ResponseRole = 'page' | 'worker' | 'other'

/** What every response of the app carries besides: nothing is guessed, no other host learns the address. */
export const hygieneHeaders: HeaderMap = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/** The headers that a response of the app should have had from its host. */
export const responseHeaders = (role: ResponseRole, isolate: boolean): HeaderMap => ({
  ...(isolate ? isolationHeaders : {}),
  ...hygieneHeaders,
  ...(role === 'page' ? { 'Content-Security-Policy': pagePolicy } : {}),
  ...(role === 'worker' ? { 'Content-Security-Policy': workerPolicy } : {}),
})
