/** One decoder of the package, which names only all of them together: see `scripts/build/engine-build.ts`. */
declare module 'icodec/jxl-dec.js' {
  const createLibrary: unknown
  export default createLibrary
}
