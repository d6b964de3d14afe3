/**
 * Puts `api` on the page under `name`, for programs.
 * @returns whether any program has asked for it: it may have calls under way that a reload would lose.
 */
export const offerApi = (name: string, api: object): (() => boolean) => {
  let taken = false
  Object.defineProperty(window, name, {
    get: () => {
      taken = true
      return api
    },
  })
  return () => taken
}
