/** An AssemblyScript source, compiled: see scripts/build/assemblyscript-plugin.ts. */
declare module '*?wasm-bytes' {
  const bytes: Uint8Array<ArrayBuffer>
  export default bytes
}
