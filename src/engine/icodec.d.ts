/** One decoder of the package, which names only all of them together: see `resolve.alias` in vite.config.ts. */
declare module 'icodec/jxl-dec.js' {
  const createLibrary: unknown
  export default createLibrary
}
